import { dialogAction } from '../console/dialog-action'

/**
 * `?` by the character, since its key differs between layouts; f1 for those who look for help
 * there.
 */
export const showKeysAction = dialogAction({
  id: 'show-keys',
  keys: 'f1, shift+slash',
  group: 'desk',
  dialog: () => ({ kind: 'keys' }),
})
