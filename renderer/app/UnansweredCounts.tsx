import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { openAlarms } from '../../shared/alarms/queue'
import { alarmedAccounts, heldPriority, heldWaits } from '../../shared/signals/held-alarm'
import { useConsole } from '../console/console-context'
import { PriorityMark } from '../ui/PriorityMark'

const levels = [1, 2, 3, 4] as const

/** How many alarms nobody has taken, by priority; those of unknown accounts too. */
export function UnansweredCounts() {
  const { t } = useTranslation()
  const alarms = useConsole((data) => data.room.alarms)
  const held = useConsole((data) => data.room.held)
  const counts = useMemo(() => {
    const by = { 1: 0, 2: 0, 3: 0, 4: 0 }
    for (const { priority } of openAlarms({ alarms }).waiting) by[priority] += 1
    by[heldPriority] += alarmedAccounts(held).filter(heldWaits).length
    return by
  }, [alarms, held])
  return (
    <section className="unanswered" aria-label={t('app:unanswered')}>
      <span className="unanswered__label">{t('app:unanswered')}</span>
      {levels.map((level) => {
        const n = counts[level]
        const label = t('app:unanswered-level', { priority: t(`kinds:priority.${level}`), n })
        return (
          <span
            key={level}
            className={
              n > 0 ? `unanswered__count unanswered__count--${level}` : 'unanswered__count'
            }
            title={label}
          >
            <PriorityMark
              level={level}
              label={t(`kinds:priority.${level}`)}
              size={22}
              taken={n === 0}
            />
            <strong>{n}</strong>
          </span>
        )
      })}
    </section>
  )
}
