import { dialogAction } from '../console/dialog-action'

/** Shows the receivers the hub listens to. */
export const showReceiverLinesAction = dialogAction({
  id: 'show-receiver-lines',
  keys: 'l',
  group: 'signals',
  dialog: () => ({ kind: 'receiver-lines' }),
})
