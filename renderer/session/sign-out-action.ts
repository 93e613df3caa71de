import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'

export const signOutAction: Action = {
  id: 'sign-out',
  keys: 'ctrl+shift+l',
  group: 'desk',
  only: 'live',
  refusal({ link }) {
    if (link.phase === 'live') return null
    return link.phase === 'lost'
      ? sentence('sign-out-away', 'The hub is away: you can sign out when it is back')
      : sentence('not-connected', 'The console is not connected to a hub yet')
  },
  async perform({ ports }) {
    await ports.bridge.ask('sign-out', {})
  },
}
