import type { Action } from '../app/action'
import { openDialog } from '../app/console-changes'

/** Finds a site by name, address or account. */
export const findSiteAction: Action = {
  id: 'find-site',
  keys: 'f',
  refusal: () => null,
  perform: ({ ports }) => openDialog(ports, { kind: 'find-site' }),
}
