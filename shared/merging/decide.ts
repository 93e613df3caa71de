import type { Stamp } from '../accounts/stamp'
import type { AlarmEvent } from '../alarms/alarm'
import { incidentRefusal, isRefusal, openIncidentMeant } from '../incidents/decide'
import type { Incident, IncidentEvent } from '../incidents/incident'
import { incidentMissing, type Meant } from '../incidents/meant'
import { wholeIncident } from '../incidents/whole'
import { clockTime } from '../lang/clock-time'
import { accept, agree, type Decision, type Refusal, refuse, sentence } from '../lang/decision'
import type { Room } from '../room/room'
import type { MergingCommand } from './commands'
import { joinedTo, takenFor } from './join'
import type { MergingEvent } from './merging'

const refused = (refusal: Refusal): Decision<never> => ({ outcome: 'refused', refusal })
const unknown = sentence('incident-unknown', 'This incident is not in the room any more')
const withItself = () =>
  refuse('same-incident', 'This is the same incident: there is nothing to merge or link')

/**
 * Both stay as they are and are worked on as one. Teams under way on both stay under way: two cars
 * sent to one event are the usual reason to merge, and calling one back is the officer's to say.
 */
export function decideMerge(
  room: Room,
  command: MergingCommand<'merge-incident'>,
  _: Stamp,
): Decision<MergingEvent> {
  if (command.incidentId === command.intoId) return withItself()
  const from = openIncidentMeant(room, command)
  if (isRefusal(from)) return refused(from)
  if (!room.incidents.has(command.intoId)) return refused(unknown)
  const joined = joinedTo(room, from.id, command.intoId)
  if ('code' in joined) return refused(joined)
  if (joined.length > 0) return accept(...joined)
  const line = from.log.findLast(({ type }) => type === 'incident-merged')
  if (!line) return withItself()
  return agree('merged-already', '{by} has merged them already', { by: line.by })
}

/** Whoever merges an alarm takes it: unmerged, it stands in hand and not unanswered again. */
export function decideMergeAlarm(
  room: Room,
  { alarmId, incidentId, intoId }: MergingCommand<'merge-alarm'>,
  stamp: Stamp,
): Decision<MergingEvent | AlarmEvent | IncidentEvent> {
  const into = wholeIncident(room, intoId)
  if (!into) return refused(unknown)
  const taken = takenFor(room, { alarmId, incidentId }, stamp)
  if ('code' in taken) return refused(taken)
  const joined = joinedTo(room, taken.incidentId ?? incidentId, intoId)
  if ('code' in joined) return refused(joined)
  return accept<MergingEvent | AlarmEvent | IncidentEvent>(...taken.events, ...joined)
}

/** The incident of exactly this id, not the whole it is part of. */
function partMeant(room: Room, meant: Meant): Incident | undefined {
  const named = room.incidents.get(meant.incidentId)
  const alarm = room.alarms.get(meant.alarmId ?? '')
  if (named || !alarm || alarm.phase === 'raised') return named
  return room.incidents.get(alarm.incidentId)
}

export function decideUnmerge(
  room: Room,
  command: MergingCommand<'unmerge-incident'>,
  _: Stamp,
): Decision<MergingEvent> {
  const part = partMeant(room, command)
  if (!part) return refused(incidentMissing(room, command))
  const refusal = incidentRefusal(part)
  if (refusal) return refused(refusal)
  if (part.mergedInto !== undefined) {
    const data = { incidentId: part.id, fromId: part.mergedInto }
    return accept({ type: 'incident-unmerged', data })
  }
  const line = part.log.findLast(({ type }) => type === 'incident-unmerged')
  if (!line) return refuse('not-merged', 'This incident is not merged into another')
  return agree('unmerged-already', '{by} unmerged it at {at}', {
    by: line.by,
    at: clockTime(line.at),
  })
}

interface Pair {
  readonly incident: Incident
  readonly other: Incident
  readonly linked: boolean
}

function pairOf(
  room: Room,
  command: MergingCommand<'link-incidents' | 'unlink-incidents'>,
): Pair | Decision<never> {
  const incident = partMeant(room, command)
  const other = room.incidents.get(command.withId)
  if (!incident) return refused(incidentMissing(room, command))
  if (!other) return refused(unknown)
  if (wholeIncident(room, incident.id)?.id === wholeIncident(room, other.id)?.id)
    return withItself()
  return { incident, other, linked: incident.links?.includes(other.id) ?? false }
}

/** What is closed may be linked too: an earlier event often explains a later one. */
export function decideLink(
  room: Room,
  command: MergingCommand<'link-incidents'>,
  _: Stamp,
): Decision<MergingEvent> {
  const pair = pairOf(room, command)
  if ('outcome' in pair) return pair
  if (pair.linked) return agree('linked-already', 'These incidents are linked already')
  const data = { incidentId: pair.incident.id, withId: pair.other.id }
  return accept({ type: 'incidents-linked', data })
}

export function decideUnlink(
  room: Room,
  command: MergingCommand<'unlink-incidents'>,
  _: Stamp,
): Decision<MergingEvent> {
  const pair = pairOf(room, command)
  if ('outcome' in pair) return pair
  if (!pair.linked) return agree('not-linked', 'These incidents are not linked')
  const data = { incidentId: pair.incident.id, withId: pair.other.id }
  return accept({ type: 'incidents-unlinked', data })
}
