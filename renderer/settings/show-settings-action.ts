import { dialogAction } from '../console/dialog-action'

/** Shows how this desk and who works at it are set. */
export const showSettingsAction = dialogAction({
  id: 'show-settings',
  keys: 'ctrl+comma',
  group: 'desk',
  only: 'live',
  dialog: () => ({ kind: 'settings' }),
})
