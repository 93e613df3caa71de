import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'

/**
 * `?` by the character, since its key differs between layouts; f1 for those who look for help
 * there.
 */
export const showKeysAction: Action = {
  id: 'show-keys',
  keys: 'f1, shift+slash',
  group: 'desk',
  refusal: () => null,
  perform: ({ ports }) => openDialog(ports, { kind: 'keys' }),
}
