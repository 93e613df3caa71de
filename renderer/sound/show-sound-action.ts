import { dialogAction } from '../console/dialog-action'

/** Shows how sound is set at this desk. */
export const showSoundAction = dialogAction({
  id: 'show-sound',
  keys: 'shift+v',
  group: 'desk',
  only: 'live',
  dialog: () => ({ kind: 'sound' }),
})
