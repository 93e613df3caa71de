import { dialogAction } from '../console/dialog-action'

/** Shows the receivers the hub listens to. */
export const showLinksAction = dialogAction({
  id: 'show-links',
  keys: 'l',
  group: 'signals',
  dialog: () => ({ kind: 'links' }),
})
