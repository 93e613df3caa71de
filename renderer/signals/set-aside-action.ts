import { sentence } from '../../shared/lang/decision'
import { setAsideRefusal } from '../../shared/signals/take-account'
import { dialogAction } from '../console/dialog-action'
import { commandRefusal } from '../console/send-command'

export const setAsideAction = dialogAction({
  id: 'set-aside',
  keys: 'z',
  group: 'signals',
  only: 'live',
  refusal: (data, about) =>
    commandRefusal(data, 'set-account-aside') ??
    (about?.kind === 'held'
      ? setAsideRefusal(data.room, about.account)
      : sentence('no-account-selected', 'Select an unknown account in the queue first')),
  dialog: (_data, about) =>
    about?.kind === 'held' ? { kind: 'set-aside', account: about.account } : null,
})
