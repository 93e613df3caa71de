import { dialogAction } from '../console/dialog-action'

/** Shows what was received and could not be read or assigned. */
export const showQuarantineAction = dialogAction({
  id: 'show-quarantine',
  keys: 'q',
  group: 'signals',
  dialog: () => ({ kind: 'quarantine' }),
})
