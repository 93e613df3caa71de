import type { Stamp } from '../accounts/stamp'
import type { AlarmEvent } from '../alarms/alarm'
import { decideAcknowledge } from '../alarms/decide'
import { incidentRefusal } from '../incidents/decide'
import type { IncidentEvent } from '../incidents/incident'
import { wholeIncident } from '../incidents/whole'
import { clockTime } from '../lang/clock-time'
import { type Refusal, sentence } from '../lang/decision'
import type { Room } from '../room/room'
import type { MergingEvent } from './merging'

/** An incident to merge with, and what brings it in hand first. */
export interface Joining {
  readonly incidentId: string | null
  /** The site of an alarm that is taken for it. */
  readonly siteId: string | null
  readonly events: readonly (AlarmEvent | IncidentEvent)[]
}

/** The incident of an unanswered alarm, which is taken for it; or why it cannot be. */
export function takenFor(
  room: Room,
  { alarmId, incidentId }: { readonly alarmId: string; readonly incidentId: string },
  stamp: Stamp,
): Joining | Refusal {
  const alarm = room.alarms.get(alarmId)
  if (alarm?.phase === 'acknowledged')
    return sentence('alarm-taken-meanwhile', '{by} took this alarm at {at}: look at it first', {
      by: alarm.acknowledgedBy,
      at: clockTime(alarm.acknowledgedAt),
    })
  const decision = decideAcknowledge(
    room,
    { type: 'acknowledge-alarm', alarmId, incidentId },
    stamp,
  )
  if (decision.outcome === 'refused') return decision.refusal
  if (decision.outcome === 'agreed') return decision.notice
  const siteId = alarm?.siteId ?? null
  const open = room.openIncidents.get(siteId ?? '')
  return { incidentId: open ?? incidentId, siteId, events: decision.events }
}

/**
 * Merges the whole that `fromId` belongs to into the whole that `intoId` belongs to. An incident
 * that the room does not have yet is about to be opened. Nothing when they are one already.
 */
export function joinedTo(
  room: Room,
  fromId: string,
  intoId: string,
): readonly MergingEvent[] | Refusal {
  const from = wholeIncident(room, fromId)
  const into = wholeIncident(room, intoId)
  const refusal = (from && incidentRefusal(from)) ?? (into && incidentRefusal(into))
  if (refusal) return refusal
  const ids = { incidentId: from?.id ?? fromId, intoId: into?.id ?? intoId }
  return ids.incidentId === ids.intoId ? [] : [{ type: 'incident-merged', data: ids }]
}
