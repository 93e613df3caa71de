import { useTranslation } from 'react-i18next'
import { isUnanswered, type QueueRow } from '../../shared/alarms/queue-row'
import type { RowWindow } from '../ui/use-row-window'

export interface NewAboveProps {
  readonly rows: readonly QueueRow[]
  readonly list: RowWindow
}

/**
 * While the list is held where somebody reads, says how many came in above since: nothing new may
 * wait out of sight without a word.
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
      // A list has options alone; who listens is told of new alarms by NewAlarmSpeech.
      aria-hidden="true"
      tabIndex={-1}
      // A click leaves the keys where they were: the space bar stays that of the next alarm.
      onMouseDown={(event) => event.preventDefault()}
      onClick={toTop}
    >
      ↑ {t('alarms:new-above', { count: fresh.length })}
    </button>
  )
}
