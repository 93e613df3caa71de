import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import type { ConsoleData } from '../console/console-store'

const hubIsLost = ({ link }: ConsoleData): boolean =>
  link.phase === 'lost' || link.phase === 'failed' || (link.phase === 'live' && !link.storage.ok)

/**
 * "I have heard it": ends the sound of this loss of the hub; the next loss sounds again. Alarms
 * have no such key: taking one ends its sound.
 */
export const lossHeardAction: Action = {
  id: 'loss-heard',
  keys: 'shift+h',
  group: 'desk',
  only: 'live',
  refusal: (data) =>
    hubIsLost(data)
      ? null
      : sentence('hub-not-lost', 'The hub is there; only its loss can be quieted'),
  async perform({ ports }) {
    await ports.bridge.ask('loss-heard', {})
  },
}
