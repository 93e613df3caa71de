import { useTranslation } from 'react-i18next'
import type { Schedule } from '../../shared/sites/schedule'
import { sayHours } from './schedule-words'

/** When the site is open, and how late it may be. Days not listed stay closed. */
export function SiteSchedule({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation()
  const rows = sayHours(t, schedule)
  if (rows.length === 0) return <span>{t('sites:schedule-none')}</span>
  return (
    <>
      <ul className="site-card__hours">
        {rows.map(({ days, hours }) => (
          <li key={days}>
            <span>{days}</span> {hours}
          </li>
        ))}
      </ul>
      {schedule.grace > 0 ? (
        <span className="site-card__grace">{t('sites:schedule-grace', { n: schedule.grace })}</span>
      ) : null}
    </>
  )
}
