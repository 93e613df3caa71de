import { dialogAction } from '../console/dialog-action'
import { commandRefusal } from '../console/send-command'
import { runAbout, runRefusal } from './run-about'

export const reassignTeamAction = dialogAction({
  id: 'reassign-team',
  keys: 'r',
  group: 'run',
  refusal: (data, about) => commandRefusal(data, 'reassign-team') ?? runRefusal(data, about),
  dialog(data, about) {
    const run = runAbout(data, about)
    return run ? { kind: 'reassign', assignmentId: run.id } : null
  },
})
