import { dialogAction } from '../console/dialog-action'
import { commandRefusal } from '../console/send-command'
import { runAbout, runRefusal } from './run-about'

export const cancelDispatchAction = dialogAction({
  id: 'cancel-dispatch',
  keys: 'x',
  group: 'run',
  refusal: (data, about) => commandRefusal(data, 'cancel-dispatch') ?? runRefusal(data, about),
  dialog(data, about) {
    const run = runAbout(data, about)
    return run ? { kind: 'cancel-dispatch', assignmentId: run.id } : null
  },
})
