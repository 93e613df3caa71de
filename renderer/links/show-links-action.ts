import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'

/** Shows the receivers the hub listens to. */
export const showLinksAction: Action = {
  id: 'show-links',
  keys: 'l',
  group: 'signals',
  refusal: () => null,
  perform: ({ ports }) => openDialog(ports, { kind: 'links' }),
}
