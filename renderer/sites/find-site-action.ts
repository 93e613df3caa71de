import { dialogAction } from '../console/dialog-action'

/** Finds a site by name, address or account. */
export const findSiteAction = dialogAction({
  id: 'find-site',
  keys: 'f',
  group: 'site',
  dialog: () => ({ kind: 'find-site' }),
})
