import { useTranslation } from 'react-i18next'
import type { Room } from '../../shared/room/room'
import { listed } from '../../shared/text/isolated'
import type { Fold } from '../../shared/triage/ledger'
import { openDialog } from '../console/console-changes'
import { useConsole, usePorts } from '../console/console-context'
import { sayNumber } from '../console/figures'
import { meaningWords } from '../console/meaning-words'
import { useNow } from '../console/now'
import { PendingMark } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { duration, wallMinute } from '../console/time'
import { heldAccounts, sayHeld } from '../signals/held-accounts'
import { showQuarantineAction } from '../signals/show-quarantine-action'
import { Chip } from '../ui/Chip'
import { KeyCap } from '../ui/KeyCap'
import { nextFoldAction } from './fold-actions'
import { sayCounts, sayFold, sayPlace, sayRestored, sayState } from './fold-words'
import { heldRows, standingRows } from './ledger'
import './ledger.css'

/**
 * What is kept out of the queue, below it: of unknown accounts, and by rules, a row for each, with
 * how much, by which rule and since when. It is there only while there is something in it, and then
 * it cannot be scrolled out of sight.
 */
export function Ledger() {
  const { t, i18n } = useTranslation()
  const folds = useConsole((data) => data.room.folds)
  const selected = useConsole((data) =>
    data.selection?.kind === 'fold' ? data.selection.foldId : null,
  )
  const rows = standingRows(folds)
  const held = heldRows(folds, useNow())
  const unknown = useConsole((data) => data.room.held)
  if (rows.length + held.length + unknown.size === 0) return null
  const alarms = rows.reduce((sum, { siteCount }) => sum + siteCount, 0)
  return (
    <section className="ledger" aria-label={t('triage:ledger')}>
      <header className="ledger__head">
        <h2 className="ellipsis">{t('triage:ledger')}</h2>
        {rows.length > 0 ? (
          <>
            <span className="ledger__count">
              {t('triage:alarms')} <strong>{sayNumber(i18n.language, alarms)}</strong>
            </span>
            <KeyCap keys={nextFoldAction.keys} />
          </>
        ) : null}
      </header>
      <ul className="ledger__rows">
        <UnknownAccounts held={unknown} />
        {rows.map((fold) => (
          <FoldRow key={fold.id} fold={fold} selected={fold.id === selected} />
        ))}
        {held.map((fold) => (
          <HeldRow key={fold.id} fold={fold} />
        ))}
      </ul>
    </section>
  )
}

function FoldRow({ fold, selected }: { fold: Fold; selected: boolean }) {
  const words = useTranslation()
  const { store } = usePorts()
  const sites = useConsole((data) => data.room.sites)
  const now = useNow()
  const { t } = words
  return (
    <li>
      <button
        type="button"
        className={selected ? 'fold-row fold-row--selected' : 'fold-row'}
        aria-pressed={selected}
        title={sayFold(words, fold, sites)}
        onClick={() => selectOnly(store, { kind: 'fold', foldId: fold.id })}
      >
        <span className="fold-row__mark" aria-hidden="true">
          ≡
        </span>
        <span className="fold-row__words">
          <span className="fold-row__line">
            <strong className="fold-row__what ellipsis">
              {t(`triage:title.${fold.rule}`)} · {sayPlace(t, fold, sites)}
            </strong>
            <time className="fold-row__since">
              {t('incidents:since', { time: wallMinute(fold.since) })}
            </time>
          </span>
          <span className="fold-row__line">
            <strong className="fold-row__counts ellipsis">
              {t('triage:folded-short', sayCounts(words, fold))}
            </strong>
            <span className="fold-row__age">{duration(now - fold.since)}</span>
          </span>
          <span className="fold-row__line fold-row__line--small">
            <span className="ellipsis">
              {t('triage:rule-short', { rule: t(`triage:rule.${fold.rule}`) })} ·{' '}
              {sayRestored(words, fold)}
            </span>
            <PendingMark row={{ row: 'fold', foldId: fold.id }} short />
            <Chip tone={fold.phase === 'open' ? 'accent' : 'quiet'}>{sayState(t, fold)}</Chip>
          </span>
        </span>
      </button>
    </li>
  )
}

/** What nobody can be sent to yet, since nobody knows where it comes from. */
function UnknownAccounts({ held }: { held: Room['held'] }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const [newest] = heldAccounts(held)
  if (!newest) return null
  return (
    <li>
      <button
        type="button"
        className="fold-row"
        onClick={() => openDialog(ports, { kind: 'quarantine' })}
      >
        <span className="fold-row__mark fold-row__mark--unknown" aria-hidden="true">
          ?
        </span>
        <span className="fold-row__words">
          <span className="fold-row__line">
            <strong className="fold-row__what ellipsis">{t('triage:unknown')}</strong>
            <time className="fold-row__since">{wallMinute(newest.lastAt)}</time>
          </span>
          <span className="fold-row__line">
            <strong className="fold-row__counts ellipsis">{sayHeld(t, held)}</strong>
          </span>
          <span className="fold-row__line fold-row__line--small">
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

function HeldRow({ fold }: { fold: Extract<Fold, { phase: 'unfolded' }> }) {
  const { t } = useTranslation()
  const sites = useConsole((data) => data.room.sites)
  const said = t('triage:held', {
    rule: t(`triage:rule.${fold.rule}`),
    place: sayPlace(t, fold, sites),
    time: wallMinute(fold.heldUntil),
    by: fold.unfoldedBy,
  })
  return (
    <li className="fold-held ellipsis" title={said}>
      <PendingMark row={{ row: 'fold', foldId: fold.id }} short /> {said}
    </li>
  )
}
