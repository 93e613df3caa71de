import { useTranslation } from 'react-i18next'
import { isUnanswered, type QueueRow } from '../../shared/alarms/queue-row'
import type { RowWindow } from '../ui/use-row-window'

export interface NewAboveProps {
  readonly rows: readonly QueueRow[]
  readonly list: RowWindow
}

/**
 * While the list is held where somebody reads, says how many alarms have come in above: nothing new
 * may wait out of sight unannounced.
 */
export function NewAbove({ rows, list: { first, atTop, toTop } }: NewAboveProps) {
  const { t } = useTranslation()
  if (first === 0) return null
  const known = new Set(atTop.keys)
  const fresh = rows.slice(0, first).filter((row) => !known.has(row.id) && isUnanswered(row))
  if (fresh.length === 0) return null
  const grave = fresh.some(({ priority }) => priority === 1)
  return (
    <button
      type="button"
      className={grave ? 'new-above new-above--grave' : 'new-above'}
      // A list has only options; NewAlarmSpeech tells screen readers of new alarms.
      aria-hidden="true"
      tabIndex={-1}
      // A click leaves the focus where it was: the space bar still goes to the next alarm.
      onMouseDown={(event) => event.preventDefault()}
      onClick={toTop}
    >
      ↑ {t('alarms:new-above', { count: fresh.length })}
    </button>
  )
}
