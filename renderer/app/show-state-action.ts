import { dialogAction } from '../console/dialog-action'

/** How the room stands, in whole sentences, and how we know. */
export const showStateAction = dialogAction({
  id: 'show-state',
  keys: 'shift+y',
  group: 'desk',
  dialog: () => ({ kind: 'state' }),
})
