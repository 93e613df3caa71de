import { dialogAction } from '../console/dialog-action'
import { commandRefusal } from '../console/send-command'

/** The telephone rings: what somebody reports becomes an incident. */
export const reportAction = dialogAction({
  id: 'report-incident',
  keys: 'f2',
  group: 'take',
  only: 'live',
  refusal: (data) => commandRefusal(data, 'report-incident'),
  dialog: () => ({ kind: 'report' }),
})
