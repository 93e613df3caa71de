import type { Mark } from '../expected/mark'
import type { Room } from '../room/room'

interface OfTeam {
  readonly data: { readonly teamId: string }
}
interface OfRun {
  readonly data: { readonly assignmentId: string }
}

export const teamMarks = (_: Room, { data }: OfTeam): readonly Mark[] => [`team:${data.teamId}`]

const sendingOf = (assignmentId: string): readonly Mark[] => [
  `assignment:${assignmentId}`,
  `sending:${assignmentId}`,
]

/** A run, and the team it claims or frees. */
export const runMarks = (room: Room, { data: { assignmentId } }: OfRun): readonly Mark[] => [
  `assignment:${assignmentId}`,
  `team:${room.assignments.get(assignmentId)?.teamId ?? ''}`,
]

export const dispatchMarks = (room: Room, entry: OfTeam & OfRun): readonly Mark[] => [
  ...sendingOf(entry.data.assignmentId),
  ...teamMarks(room, entry),
]

export const arrivalMarks = (room: Room, entry: OfRun): readonly Mark[] => [
  ...runMarks(room, entry),
  `arrival:${entry.data.assignmentId}`,
]

export const reassignMarks = (
  room: Room,
  entry: OfRun & { readonly data: { readonly newAssignmentId: string } },
): readonly Mark[] => [...runMarks(room, entry), ...sendingOf(entry.data.newAssignmentId)]
