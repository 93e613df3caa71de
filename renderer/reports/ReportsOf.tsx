import { useTranslation } from 'react-i18next'
import type { CardSubject } from '../console/feature'
import { wallTime } from '../console/time'
import { Chip } from '../ui/Chip'
import { Section } from '../ui/Section'
import './report.css'

/** What people reported of an incident, in the words the officer wrote down. */
export function ReportsOf({ incident }: CardSubject) {
  const { t } = useTranslation()
  if (!incident?.reports) return null
  return (
    <Section
      title={t('reports:said')}
      aside={incident.place?.rough ? <Chip tone="warn">{t('reports:place-rough')}</Chip> : null}
    >
      <ul className="reports">
        {incident.reports.map(({ seq, at, by, kind, text, callerName, callerPhone }) => (
          <li key={seq} className="reports__one">
            <p>
              <time>{wallTime(at)}</time> <strong>{t(`kinds:alarm.${kind}`)}</strong>{' '}
              <span className="reports__by">{t('reports:by', { by })}</span>
            </p>
            {text ? <p className="selectable reports__text">{text}</p> : null}
            {callerName || callerPhone ? (
              <p className="selectable">
                {[callerName, callerPhone].filter((said) => said !== undefined).join(' · ')}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
