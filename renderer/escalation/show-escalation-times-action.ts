import { dialogAction } from '../console/dialog-action'

/** After how long what waits is told to whom: to be read by all, set by a supervisor. */
export const showEscalationTimesAction = dialogAction({
  id: 'show-escalation-times',
  keys: 'shift+e',
  group: 'desk',
  dialog: () => ({ kind: 'escalation-times' }),
})
