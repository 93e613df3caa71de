import { dialogAction } from '../console/dialog-action'

export const findSiteAction = dialogAction({
  id: 'find-site',
  keys: 'f',
  group: 'site',
  dialog: () => ({ kind: 'find-site' }),
})
