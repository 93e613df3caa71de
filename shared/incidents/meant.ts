import { clockTime } from '../lang/clock-time'
import { type Refusal, sentence } from '../lang/decision'
import { idSchema } from '../lang/id'
import type { Room } from '../room/room'
import type { Incident } from './incident'
import { wholeIncident } from './whole'

/**
 * The incident a command is about. `alarmId` goes with an incident that the console has asked for
 * and the hub has not opened yet: if that alarm was taken into another incident, that one is meant.
 */
export const meantFields = { incidentId: idSchema, alarmId: idSchema.optional() }

export interface Meant {
  readonly incidentId: string
  /** The alarm whose acknowledgement was to open the incident. */
  readonly alarmId?: string | undefined
}

/**
 * The named incident, or else the one that the named alarm was taken into, with what is merged into
 * it. One that is itself merged leads to the one it is worked on with.
 */
export function incidentMeant(room: Room, { incidentId, alarmId }: Meant): Incident | undefined {
  const named = wholeIncident(room, incidentId)
  const alarm = named || alarmId === undefined ? undefined : room.alarms.get(alarmId)
  return alarm && alarm.phase !== 'raised' ? wholeIncident(room, alarm.incidentId) : named
}

/** Why there is no incident: gone from the room, or never opened. */
export function incidentMissing(room: Room, { alarmId }: Meant): Refusal {
  const alarm = alarmId === undefined ? undefined : room.alarms.get(alarmId)
  if (alarm?.phase === 'raised')
    return sentence('not-acknowledged', 'Nobody has acknowledged this alarm yet')
  if (alarm?.phase === 'closed')
    return sentence('alarm-closed', 'This alarm was closed at {at}', {
      at: clockTime(alarm.closedAt),
    })
  return sentence('incident-unknown', 'This incident is not in the room any more')
}
