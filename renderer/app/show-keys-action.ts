import { dialogAction } from '../console/dialog-action'

/**
 * `?` by its character, since its key differs between layouts; F1 for those who look for help
 * there.
 */
export const showKeysAction = dialogAction({
  id: 'show-keys',
  keys: 'f1, shift+slash',
  group: 'desk',
  dialog: () => ({ kind: 'keys' }),
})
