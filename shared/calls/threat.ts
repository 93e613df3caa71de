import type { AlarmEvent } from '../alarms/alarm'
import { openAlarmsOf } from '../alarms/open-alarms'
import type { Incident, IncidentEvent } from '../incidents/incident'
import type { Room } from '../room/room'

/** In the form of the hub's own codes, so that the screen has words for it. */
export const duressWordCode = 'DURESSWD'

interface Given {
  /** The call in which the word was said; it takes the place of the signal. */
  readonly callId: string
  readonly threatId: string
}

/**
 * A word was said that means a threat: an alarm under duress, taken at once into the incident of
 * whoever heard it. It is in the lane and changes the plan, but nothing sounds in the room, where
 * the other end of the line could hear it. If nobody works on the site any more, the alarm waits
 * for an officer like any other.
 */
export function threatEvents(
  room: Room,
  incident: Incident,
  { callId, threatId }: Given,
): readonly (AlarmEvent | IncidentEvent)[] {
  const { siteId } = incident
  const cause = { kind: 'duress', priority: 1 } as const
  const said = {
    ...{ signalId: callId, priority: cause.priority, code: duressWordCode, zone: null },
    meaning: 'Duress word given by telephone',
  }
  const [open] = openAlarmsOf(room, siteId, cause.kind)
  if (open) return [{ type: 'alarm-signal-added', data: { alarmId: open.id, ...said } }]
  const raised: AlarmEvent = {
    type: 'alarm-raised',
    data: { alarmId: threatId, siteId, kind: cause.kind, ...said },
  }
  const incidentId = incident.phase === 'open' ? incident.id : room.openIncidents.get(siteId)
  if (incidentId === undefined) return [raised]
  return [
    raised,
    { type: 'alarm-acknowledged', data: { alarmId: threatId, incidentId } },
    { type: 'incident-alarm-added', data: { incidentId, alarmId: threatId, ...cause } },
  ]
}
