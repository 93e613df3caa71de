import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { commandRefusal } from '../console/send-command'
import { runAbout, runRefusal } from './run-about'

/** Calls a team back; asks why. */
export const cancelDispatchAction: Action = {
  id: 'cancel-dispatch',
  keys: 'x',
  group: 'run',
  refusal: (data, about) => commandRefusal(data, 'cancel-dispatch') ?? runRefusal(data, about),
  perform({ data, ports }, about) {
    const run = runAbout(data, about)
    if (run) openDialog(ports, { kind: 'cancel-dispatch', assignmentId: run.id })
  },
}
