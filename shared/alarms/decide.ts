import { agreeFirst } from '../accounts/agree-first'
import type { Stamp } from '../accounts/stamp'
import type { IncidentEvent } from '../incidents/incident'
import { choosePlan } from '../incidents/own-plan'
import { clockTime } from '../lang/clock-time'
import { accept, agree, type Decision, refuse } from '../lang/decision'
import type { Room } from '../room/room'
import type { Alarm, AlarmEvent } from './alarm'
import type { AlarmCommand } from './commands'
import { inLane } from './lane'

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
  const open = room.openIncidents.get(alarm.siteId)
  if (!open && room.incidents.has(command.incidentId)) return idTaken(command.incidentId)
  return accept(...takenEvents(room, alarm, { open, incidentId: command.incidentId }))
}

const idTaken = (id: string): Decision<never> =>
  refuse('id-taken', 'The id {id} is in use already', { id })

/** What taking an alarm leads to: its incident is opened, or it joins the one `open` at the site. */
function takenEvents(
  room: Room,
  alarm: Alarm,
  { open, incidentId }: { readonly open: string | undefined; readonly incidentId: string },
): readonly (AlarmEvent | IncidentEvent)[] {
  const { id: alarmId, siteId, kind, priority } = alarm
  const into = open ?? incidentId
  const facts = { incidentId: into, alarmId, kind, priority }
  return [
    { type: 'alarm-acknowledged', data: { alarmId, incidentId: into } },
    open
      ? { type: 'incident-alarm-added', data: facts }
      : {
          type: 'incident-opened',
          data: { ...facts, siteId, plan: choosePlan(room, alarm, room.seq) },
        },
  ]
}

/**
 * Takes what of the list is still unanswered; what a colleague took meanwhile stays with the
 * colleague. A person under threat is never one of many.
 */
export function decideTakeAlarms(
  room: Room,
  { alarms }: AlarmCommand<'take-alarms'>,
): Decision<AlarmEvent | IncidentEvent> {
  const events: (AlarmEvent | IncidentEvent)[] = []
  const opened = new Map<string, string>()
  const used = new Set<string>()
  for (const { alarmId, incidentId } of alarms) {
    const alarm = room.alarms.get(alarmId)
    if (alarm?.phase !== 'raised' || used.has(alarmId)) continue
    if (inLane(alarm.kind))
      return refuse('threat-one-by-one', 'An alarm of a person under threat is taken by itself')
    const open = room.openIncidents.get(alarm.siteId) ?? opened.get(alarm.siteId)
    if (!open && (room.incidents.has(incidentId) || used.has(incidentId)))
      return idTaken(incidentId)
    events.push(...takenEvents(room, alarm, { open, incidentId }))
    used.add(alarmId).add(incidentId)
    opened.set(alarm.siteId, open ?? incidentId)
  }
  return events.length > 0
    ? accept(...events)
    : agree('alarms-already-taken', 'All of these alarms have been taken already')
}
