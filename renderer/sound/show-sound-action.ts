import { dialogAction } from '../console/dialog-action'

export const showSoundAction = dialogAction({
  id: 'show-sound',
  keys: 'shift+v',
  group: 'desk',
  only: 'live',
  dialog: () => ({ kind: 'sound' }),
})
