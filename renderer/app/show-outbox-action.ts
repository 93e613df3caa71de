import { dialogAction } from '../console/dialog-action'

export const showOutboxAction = dialogAction({
  id: 'show-outbox',
  keys: 'shift+q',
  group: 'desk',
  dialog: () => ({ kind: 'outbox' }),
})
