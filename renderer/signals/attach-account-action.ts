import { sentence } from '../../shared/lang/decision'
import { dialogAction } from '../console/dialog-action'
import { commandRefusal } from '../console/send-command'

/**
 * Says whose an unknown account is: the selected one, the only one waiting, or the one chosen in
 * quarantine.
 */
export const attachAccountAction = dialogAction({
  id: 'attach-account',
  keys: 'shift+a',
  group: 'signals',
  only: 'live',
  refusal: (data) =>
    commandRefusal(data, 'attach-account') ??
    (data.room.held.size > 0 ? null : sentence('nothing-held', 'No unknown account is waiting')),
  dialog({ room }, about) {
    const [only] = room.held.size === 1 ? room.held.keys() : []
    const account = about?.kind === 'held' ? about.account : only
    return account !== undefined && room.held.has(account)
      ? { kind: 'attach-account', account }
      : { kind: 'quarantine' }
  },
})
