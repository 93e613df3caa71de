import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isUnanswered, type QueueRow } from '../../shared/alarms/queue-row'

export interface NewAboveProps {
  readonly rows: readonly QueueRow[]
  /** The first row in view. */
  readonly first: number
  readonly onGo: () => void
}

/**
 * While the list is held where somebody reads, says how many came in above since: nothing new may
 * wait out of sight without a word.
 */
export function NewAbove({ rows, first, onGo }: NewAboveProps) {
  const { t } = useTranslation()
  const seen = useRef(0)
  if (first === 0) seen.current = rows.reduce((newest, { seq }) => Math.max(newest, seq), 0)
  const fresh = rows.slice(0, first).filter((row) => row.seq > seen.current && isUnanswered(row))
  if (fresh.length === 0) return null
  const grave = fresh.some(({ priority }) => priority === 1)
  return (
    <button
      type="button"
      className={grave ? 'new-above new-above--grave' : 'new-above'}
      tabIndex={-1}
      onClick={onGo}
    >
      ↑ {t('alarms:new-above', { count: fresh.length })}
    </button>
  )
}
