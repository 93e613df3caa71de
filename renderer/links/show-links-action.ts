import type { Action } from '../app/action'
import { openDialog } from '../app/console-changes'

/** Shows the receivers the hub listens to. */
export const showLinksAction: Action = {
  id: 'show-links',
  keys: 'l',
  refusal: () => null,
  perform: ({ ports }) => openDialog(ports, { kind: 'links' }),
}
