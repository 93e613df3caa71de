import { sentence } from '../../shared/lang/decision'
import { setAsideRefusal } from '../../shared/signals/take-account'
import type { Action } from '../console/action'
import { openDialog } from '../console/console-changes'
import { commandRefusal } from '../console/send-command'

/** Ends what an unknown account reports without a site; asks why. */
export const setAsideAction: Action = {
  id: 'set-aside',
  keys: 'z',
  group: 'signals',
  only: 'live',
  refusal: (data, about) =>
    commandRefusal(data, 'set-account-aside') ??
    (about?.kind === 'held'
      ? setAsideRefusal(data.room, about.account)
      : sentence('no-account-selected', 'Select an unknown account in the queue first')),
  perform({ ports }, about) {
    if (about?.kind === 'held') openDialog(ports, { kind: 'set-aside', account: about.account })
  },
}
