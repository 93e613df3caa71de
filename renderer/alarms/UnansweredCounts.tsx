import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countUnanswered } from '../../shared/alarms/queue-counts'
import { useConsole } from '../console/console-context'
import { PriorityMark } from '../ui/PriorityMark'
import './unanswered-counts.css'

const levels = [1, 2, 3, 4] as const

/**
 * Alarms nobody has taken, by priority, including those of unknown accounts. No filter of the queue
 * changes the counts.
 */
export function UnansweredCounts() {
  const { t } = useTranslation()
  const alarms = useConsole((data) => data.room.alarms)
  const held = useConsole((data) => data.room.held)
  const counts = useMemo(() => countUnanswered({ alarms, held }), [alarms, held])
  return (
    <section className="unanswered" aria-label={t('app:unanswered')}>
      <span className="unanswered__total">
        <span className="unanswered__label">{t('app:unanswered')}</span>
        <strong>{counts.total}</strong>
      </span>
      {levels.map((level) => {
        const n = counts.byPriority[level]
        const label = t('app:unanswered-level', { priority: t(`kinds:priority.${level}`), n })
        return (
          <span
            key={level}
            className={n > 0 ? 'unanswered__count' : 'unanswered__count unanswered__count--none'}
            title={label}
          >
            <PriorityMark
              level={level}
              label={t(`kinds:priority.${level}`)}
              size={32}
              taken={n === 0}
            />
            <strong>{n}</strong>
          </span>
        )
      })}
    </section>
  )
}
