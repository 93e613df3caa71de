import { useTranslation } from 'react-i18next'
import type { QueueRow } from '../../shared/alarms/queue-row'
import type { Escalated } from '../../shared/escalation/escalation'
import { highestOf } from '../../shared/escalation/standing'
import type { Room } from '../../shared/room/room'
import { useConsole } from '../console/console-context'
import { useNow } from '../console/now'
import { duration } from '../console/time'

/** To whom a row was escalated, and how long ago. */
export function RowEscalation({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  const escalated = useConsole((data) => escalatedIn(data.room, row))
  const now = useNow()
  if (!escalated) return null
  const { level, to, at } = escalated
  const who = to.length === 0 ? t('escalation:row.nobody') : t(`escalation:row.${level}`)
  return (
    <span className="queue-row__phase queue-row__phase--late ellipsis">
      {`→ ${who} ${duration(now - at)}`}
    </span>
  )
}

function escalatedIn(room: Room, row: QueueRow): Escalated | null {
  if (room.escalated.isEmpty()) return null
  switch (row.type) {
    case 'held':
      return highestOf(room, [{ waits: 'unowned', account: row.account }])
    case 'incident':
      return highestOf(room, { incidentId: row.id })
    case 'alarm':
      return highestOf(
        room,
        (row.group?.rows ?? [row]).map(({ id }) => ({ waits: 'unowned', alarmId: id })),
      )
  }
}
