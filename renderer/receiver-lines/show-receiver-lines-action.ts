import { dialogAction } from '../console/dialog-action'

export const showReceiverLinesAction = dialogAction({
  id: 'show-receiver-lines',
  keys: 'l',
  group: 'signals',
  dialog: () => ({ kind: 'receiver-lines' }),
})
