import { useTranslation } from 'react-i18next'
import { useNow } from '../console/now'
import { wallDate, wallTime } from '../console/time'

/** The time of the duty unit (hub clock, UTC+5), large enough for the wall. */
export function UnitClock() {
  const { t } = useTranslation()
  const now = useNow()
  const { date, weekday } = wallDate(now)
  return (
    <div className="unit-clock">
      <time className="unit-clock__time">{wallTime(now)}</time>
      <span className="unit-clock__date">
        {t(`app:weekday.${weekday}`)} {date}
      </span>
    </div>
  )
}
