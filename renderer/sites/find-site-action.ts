import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'

/** Finds a site by name, address or account. */
export const findSiteAction: Action = {
  id: 'find-site',
  keys: 'f',
  group: 'site',
  refusal: () => null,
  perform: ({ ports }) => openDialog(ports, { kind: 'find-site' }),
}
