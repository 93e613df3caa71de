import { useTranslation } from 'react-i18next'
import { listed } from '../../shared/text/isolated'
import { useConsole } from '../console/console-context'
import { isQuiet, sayRefusal } from '../console/say'
import { statusParts } from './features'
import './status-line.css'

/** The state of the machinery in words: quiet means well, a colour wants attention. */
export function StatusLine() {
  const { t } = useTranslation()
  const seq = useConsole((data) => data.room.seq)
  return (
    <footer className="status-line">
      {statusParts.map(({ place, Part }) => (
        <Part key={place} />
      ))}
      <span className="status-item status-item--last">{t('app:status.entry', { seq })}</span>
      <QuietWord />
    </footer>
  )
}

/**
 * Why a key did nothing, or that it was done already: good to know, and no danger. It disappears
 * after a while.
 */
function QuietWord() {
  const { t } = useTranslation()
  const notice = useConsole((data) => data.notices.findLast(({ tone }) => isQuiet(tone)))
  const command = notice?.params.command
  const said = notice && [
    command === undefined ? null : t(`command:${command}`),
    sayRefusal(t, notice),
  ]
  return (
    <span className="status-line__word" role="status" title={said ? listed(said, ': ') : undefined}>
      {said ? listed(said, ': ') : null}
    </span>
  )
}
