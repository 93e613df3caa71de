import { dialogAction } from '../console/dialog-action'

/** Shows the commands that wait for the hub. */
export const showOutboxAction = dialogAction({
  id: 'show-outbox',
  keys: 'shift+q',
  group: 'desk',
  dialog: () => ({ kind: 'outbox' }),
})
