import { useTranslation } from 'react-i18next'
import { listed } from '../../shared/text/isolated'
import { openDialog } from '../console/console-changes'
import { usePorts } from '../console/console-context'
import { meaningWords } from '../console/meaning-words'
import { wallMinute } from '../console/time'
import { KeyCap } from '../ui/KeyCap'
import { heldAccounts, sayHeld, useHeld } from './held-accounts'
import { showQuarantineAction } from './show-quarantine-action'
import '../ui/ledger-row.css'

export function UnknownAccountsRow() {
  const { t } = useTranslation()
  const ports = usePorts()
  const held = useHeld()
  const [newest] = heldAccounts(held)
  if (!newest) return null
  return (
    <li>
      <button
        type="button"
        className="ledger-row"
        onClick={() => openDialog(ports, { kind: 'quarantine' })}
      >
        <span className="ledger-row__mark ledger-row__mark--unknown" aria-hidden="true">
          ?
        </span>
        <span className="ledger-row__words">
          <span className="ledger-row__line">
            <strong className="ledger-row__what ellipsis">{t('triage:unknown')}</strong>
            <time className="ledger-row__since">{wallMinute(newest.lastAt)}</time>
          </span>
          <span className="ledger-row__line">
            <strong className="ledger-row__counts ellipsis">{sayHeld(t, held)}</strong>
          </span>
          <span className="ledger-row__line ledger-row__line--small">
            <span className="ellipsis">
              {listed([newest.account, meaningWords(t, newest.last)], ': ')}
            </span>
            <KeyCap keys={showQuarantineAction.keys} />
          </span>
        </span>
      </button>
    </li>
  )
}
