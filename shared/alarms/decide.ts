import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import type { IncidentEvent } from '../incidents/incident'
import { choosePlan } from '../incidents/own-plan'
import { clockTime } from '../lang/clock-time'
import { accept, type Decision, refuse } from '../lang/decision'
import type { Room } from '../room/room'
import type { AlarmEvent } from './alarm'
import type { AlarmCommand } from './commands'

/**
 * Taking an alarm opens its incident, or joins the one already open at the site. Whoever presses
 * second is told who was first.
 */
export function decideAcknowledge(
  room: Room,
  command: AlarmCommand<'acknowledge-alarm'>,
  { by }: Stamp,
): Decision<AlarmEvent | IncidentEvent> {
  const alarm = room.alarms.get(command.alarmId)
  if (!alarm) return refuse('alarm-unknown', 'This alarm is not in the room any more')
  if (alarm.phase === 'closed')
    return refuse('alarm-closed', 'This alarm was closed at {at}', {
      at: clockTime(alarm.closedAt),
    })
  if (alarm.phase === 'acknowledged')
    return agreeFirst(
      by,
      { id: alarm.acknowledgedById, name: alarm.acknowledgedBy, at: alarm.acknowledgedAt },
      { code: 'alarm-already-acknowledged', text: '{by} acknowledged it first, at {at}' },
    )
  const { id: alarmId, siteId, kind, priority } = alarm
  const open = room.openIncidents.get(siteId)
  const incidentId = open ?? command.incidentId
  if (!open && room.incidents.has(incidentId))
    return refuse('id-taken', 'The id {id} is in use already', { id: incidentId })
  const taken = { type: 'alarm-acknowledged', data: { alarmId, incidentId } } as const
  return open
    ? accept<AlarmEvent | IncidentEvent>(taken, {
        type: 'incident-alarm-added',
        data: { incidentId, alarmId, kind, priority },
      })
    : accept<AlarmEvent | IncidentEvent>(taken, {
        type: 'incident-opened',
        data: {
          incidentId,
          siteId,
          alarmId,
          kind,
          priority,
          plan: choosePlan(room, alarm, room.seq),
        },
      })
}
