import { sentence } from '../../shared/lang/decision'
import type { Action } from '../app/action'
import { notify } from '../app/console-changes'

/** Ends the session at a hub elsewhere; the console then shows its sign-in screen. */
export const signOutAction: Action = {
  id: 'sign-out',
  keys: 'ctrl+shift+l',
  only: 'live',
  refusal: ({ link }) =>
    link.phase === 'live' ? null : sentence('not-connected', 'The console is not connected to a hub yet'),
  async perform({ ports }) {
    await ports.bridge.ask('sign-out', {})
    // The console's own hub signs it in by itself: nothing has changed, and that must not look like a key that failed.
    if (ports.store.getState().link.phase === 'live')
      notify(ports, 'notice', sentence('embedded-hub', 'This console signs in to its own hub by itself'))
  },
}
