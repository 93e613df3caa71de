import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { commandRefusal } from '../console/send-command'
import { runAbout, runRefusal } from './run-about'

/** Takes a team from its incident to another one; shows first what that uncovers. */
export const reassignTeamAction: Action = {
  id: 'reassign-team',
  keys: 'r',
  group: 'run',
  refusal: (data, about) => commandRefusal(data, 'reassign-team') ?? runRefusal(data, about),
  perform({ data, ports }, about) {
    const run = runAbout(data, about)
    if (run) openDialog(ports, { kind: 'reassign', assignmentId: run.id })
  },
}
