import type { Action } from '../app/action'
import { openDialog } from '../app/console-changes'
import { commandRefusal } from '../app/send-command'
import { runAbout, runRefusal } from './run-about'

/** Calls a team back; asks why. */
export const cancelDispatchAction: Action = {
  id: 'cancel-dispatch',
  keys: 'x',
  refusal: (data, about) => commandRefusal(data, 'cancel-dispatch') ?? runRefusal(data, about),
  perform({ data, ports }, about) {
    const run = runAbout(data, about)
    if (run) openDialog(ports, { kind: 'cancel-dispatch', assignmentId: run.id })
  },
}
