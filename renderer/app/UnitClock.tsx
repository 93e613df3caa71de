import { useTranslation } from 'react-i18next'
import { useNow } from '../console/now'
import { usePreference } from '../console/preferences'
import { wallDate, wallMinute, wallTime } from '../console/time'

export function UnitClock() {
  const { t } = useTranslation()
  const now = useNow()
  const seconds = usePreference('seconds')
  const { date, weekday } = wallDate(now)
  return (
    <div className="unit-clock">
      <time className="unit-clock__time">{seconds ? wallTime(now) : wallMinute(now)}</time>
      <span className="unit-clock__date">
        {t(`app:weekday.${weekday}`)} {date}
      </span>
    </div>
  )
}
