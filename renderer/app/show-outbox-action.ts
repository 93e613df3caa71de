import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'

/** Shows the commands that wait for the hub. */
export const showOutboxAction: Action = {
  id: 'show-outbox',
  keys: 'shift+q',
  group: 'desk',
  refusal: () => null,
  perform: ({ ports }) => openDialog(ports, { kind: 'outbox' }),
}
