import type { Actor } from '../accounts/actor'
import { decideRelease } from '../alarms/release'
import type { Incident, LogLine } from '../incidents/incident'
import { decideReopen } from '../incidents/reopen'
import type { Instant } from '../lang/instant'
import type { Command } from '../room/commands'
import type { Room } from '../room/room'
import { decideUndoDispatch } from '../teams/undo-dispatch'
import { undoWindow } from './undo-rule'

export type UndoCommand = Extract<
  Command,
  { type: 'release-alarm' | 'reopen-incident' | 'undo-dispatch' }
>

/** What an officer did last and can still take back. */
export interface Undoable {
  readonly command: UndoCommand
  readonly siteId: string
  readonly at: Instant
  readonly seq: number
}

/** Closed incidents searched: nobody closes more in ten seconds. */
const closedLookedAt = 20
/** Log lines searched: what a colleague does in ten seconds stands after one's own. */
const linesLookedAt = 4

/** The newest act of `by` that can be taken back at `at`, or null. */
export function undoableOf(room: Room, by: Actor, at: Instant): Undoable | null {
  let newest: Undoable | null = null
  for (const incident of incidentsOf(room))
    for (const line of incident.log.slice(-linesLookedAt)) {
      if (at - line.at > undoWindow || line.by !== by.name || line.seq < (newest?.seq ?? 0))
        continue
      for (const command of undoing(room, incident, line))
        if (isAccepted(room, command, { by, at }))
          newest = { command, siteId: incident.siteId, at: line.at, seq: line.seq }
    }
  return newest
}

function* incidentsOf({ openIncidents, closedIncidents, incidents }: Room): Generator<Incident> {
  for (const id of [...openIncidents.values(), ...closedIncidents.slice(-closedLookedAt)]) {
    const incident = incidents.get(id)
    if (incident) yield incident
  }
}

/** The command that takes back what a log line tells of. */
function undoing(room: Room, incident: Incident, { type, at }: LogLine): readonly UndoCommand[] {
  switch (type) {
    case 'incident-opened':
    case 'incident-alarm-added':
      return incident.alarmIds.slice(-1).map((alarmId) => ({ type: 'release-alarm', alarmId }))
    case 'team-dispatched':
      return incident.assignmentIds
        .filter((id) => room.assignments.get(id)?.times.dispatched === at)
        .map((assignmentId) => ({ type: 'undo-dispatch', assignmentId }))
    case 'incident-closed':
      return [{ type: 'reopen-incident', incidentId: incident.id }]
    default:
      return []
  }
}

function isAccepted(
  room: Room,
  command: UndoCommand,
  stamp: { readonly by: Actor; readonly at: Instant },
): boolean {
  switch (command.type) {
    case 'release-alarm':
      return decideRelease(room, command, stamp).outcome === 'accepted'
    case 'undo-dispatch':
      return decideUndoDispatch(room, command, stamp).outcome === 'accepted'
    case 'reopen-incident':
      return decideReopen(room, command, stamp).outcome === 'accepted'
  }
}
