import type { Stamp } from '../accounts/stamp'
import { accept, type Decision, refuse } from '../lang/decision'
import type { Room } from '../room/room'
import { undoGoneOn, undoRefusal } from '../undo/undo-rule'
import type { AssignmentEvent } from './assignment'
import type { TeamCommand } from './commands'
import type { TeamEvent } from './team'

/** Takes a dispatch back before the crew has answered: the crew is told as of any recall. */
export function decideUndoDispatch(
  room: Room,
  { assignmentId }: TeamCommand<'undo-dispatch'>,
  stamp: Stamp,
): Decision<TeamEvent | AssignmentEvent> {
  const run = room.assignments.get(assignmentId)
  if (!run) return refuse('assignment-unknown', 'This assignment is not in the room any more')
  const { dispatchedById: byId, dispatchedBy: by, times } = run
  const refusal = undoRefusal(stamp, { byId, by, at: times.dispatched ?? 0 })
  if (refusal) return { outcome: 'refused', refusal }
  if (run.phase !== 'dispatched') return { outcome: 'refused', refusal: undoGoneOn }
  return accept({
    type: 'dispatch-cancelled',
    data: { assignmentId, reason: 'undone', undone: true },
  })
}
