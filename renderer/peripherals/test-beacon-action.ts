import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { notify } from '../console/console-changes'

/** Lights the beacon briefly, so that a shift knows at its start that it works. */
export const testBeaconAction: Action = {
  id: 'test-beacon',
  keys: 'shift+b',
  group: 'desk',
  refusal({ mode, beacon }) {
    if (mode === 'replay')
      return sentence('replay-read-only', 'This is a replay: nothing can be changed in it')
    if (beacon.phase === 'not-configured')
      return sentence('no-beacon', 'No beacon is configured on this console')
    return null
  },
  async perform({ ports }) {
    const beacon = await ports.bridge.ask('beacon-test', {})
    ports.store.setState({ beacon })
    if (beacon.phase === 'failed')
      notify(
        ports,
        'refused',
        sentence('beacon-failed', 'The beacon does not answer: {reason}', { reason: beacon.text }),
      )
    else notify(ports, 'done', sentence('beacon-tested', 'The beacon was lit for a moment'))
  },
}
