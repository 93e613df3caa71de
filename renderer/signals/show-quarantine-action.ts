import { dialogAction } from '../console/dialog-action'

export const showQuarantineAction = dialogAction({
  id: 'show-quarantine',
  keys: 'q',
  group: 'signals',
  dialog: () => ({ kind: 'quarantine' }),
})
