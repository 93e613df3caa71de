import { dialogAction } from '../console/dialog-action'

export const showSettingsAction = dialogAction({
  id: 'show-settings',
  keys: 'ctrl+comma',
  group: 'desk',
  only: 'live',
  dialog: () => ({ kind: 'settings' }),
})
