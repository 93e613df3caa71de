import { useTranslation } from 'react-i18next'
import type { Escalated } from '../../shared/escalation/escalation'
import { escalationOf, escalationsOf } from '../../shared/escalation/standing'
import { useConsole } from '../console/console-context'
import type { CardSubject } from '../console/feature'
import { useNow } from '../console/now'
import { duration, wallTime } from '../console/time'
import './escalation-note.css'

/** Says on a card what waits too long there, who was told, and what to do where nobody was. */
export function EscalationNote({ alarm, incident }: CardSubject) {
  const ofIncident = useConsole((data) => escalationsOf(data.room, incident?.id ?? ''))
  const ofAlarm = useConsole((data) =>
    escalationOf(data.room, { waits: 'unowned', alarmId: incident ? '' : alarm?.id }),
  )
  const rows = ofAlarm ? [ofAlarm] : ofIncident
  return rows.length === 0 ? null : (
    <div className="escalation-note" role="status">
      {rows.map((row) => (
        <Line key={row.key} row={row} />
      ))}
    </div>
  )
}

function Line({ row: { waits, level, to, at } }: { row: Escalated }) {
  const { t } = useTranslation()
  const age = duration(useNow() - at)
  const told =
    to.length === 0
      ? t(`escalation:told.nobody.${level}`)
      : t(`escalation:told.${level}`, { names: to.map(({ name }) => name).join(', ') })
  return (
    <p>
      <strong>{t(`escalation:waits.${waits}`)}</strong> {told}{' '}
      {t('escalation:told.since', { time: wallTime(at), age })}
    </p>
  )
}
