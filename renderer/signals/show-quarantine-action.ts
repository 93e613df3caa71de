import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'

/** Shows what was received and could not be read or assigned. */
export const showQuarantineAction: Action = {
  id: 'show-quarantine',
  keys: 'q',
  group: 'signals',
  refusal: () => null,
  perform: ({ ports }) => openDialog(ports, { kind: 'quarantine' }),
}
