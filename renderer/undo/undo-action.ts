import type { Instant } from '../../shared/lang/instant'
import { nothingToUndo } from '../../shared/undo/undo-rule'
import { type Undoable, type UndoCommand, undoableOf } from '../../shared/undo/undoable'
import type { Action } from '../console/action'
import { notify } from '../console/console-changes'
import { type ConsoleData, me, type Selection } from '../console/console-store'
import { selectOnly } from '../console/selection'
import { commandRefusal } from '../console/send-command'

/** What this officer can take back at `at`, the room's time. */
export function ownUndoable(data: ConsoleData, at: Instant): Undoable | null {
  const you = data.mode === 'live' ? me(data) : null
  return you && undoableOf(data.room, you, at)
}

/**
 * Takes back the officer's last act: an acknowledgement, a dispatch the crew has not answered, or a
 * closing. Then goes to what is back.
 */
export const undoAction: Action = {
  id: 'undo',
  keys: 'ctrl+z',
  group: 'take',
  only: 'live',
  // The clock alone ends the time: asked again when it is done.
  refusal: (data) =>
    commandRefusal(data, 'release-alarm') ?? (ownUndoable(data, 0) ? null : nothingToUndo),
  async perform({ data, ports, send }) {
    const undoable = ownUndoable(data, ports.now() + data.clockOffset)
    if (!undoable) return notify(ports, 'notice', nothingToUndo)
    selectOnly(ports.store, standing(data, undoable.command))
    await send(undoable.command)
  },
}

/** What is back. */
function standing({ room }: ConsoleData, command: UndoCommand): Selection {
  switch (command.type) {
    case 'release-alarm':
      return { kind: 'alarm', alarmId: command.alarmId }
    case 'reopen-incident':
      return { kind: 'incident', incidentId: command.incidentId }
    case 'undo-dispatch': {
      const incidentId = room.assignments.get(command.assignmentId)?.incidentId
      return incidentId === undefined ? null : { kind: 'incident', incidentId }
    }
  }
}
