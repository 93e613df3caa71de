import { useTranslation } from 'react-i18next'
import type { Incident } from '../../shared/incidents/incident'
import { duration, wallTime } from '../console/time'
import './closed-note.css'

/**
 * How a closed incident ended, and by whom. Nothing in it can change any more except late notes.
 */
export function ClosedNote({ incident }: { incident: Extract<Incident, { phase: 'closed' }> }) {
  const { t } = useTranslation()
  const { closedBy, closedAt, openedAt, disposition, remark } = incident
  return (
    <div className="closed-note">
      <p className="closed-note__how">{t(`incidents:disposition.${disposition}`)}</p>
      <p>
        {t('incidents:closed-by', { by: closedBy, time: wallTime(closedAt) })} ·{' '}
        {t('teams:took', { time: duration(closedAt - openedAt) })}
      </p>
      {remark ? <p className="closed-note__remark selectable">{remark}</p> : null}
    </div>
  )
}
