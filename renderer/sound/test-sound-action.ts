import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { notify } from '../console/console-changes'
import { cannotBeHeard } from './cannot-be-heard'

/** Sounds once, so that a shift knows at its start that it would hear an alarm. */
export const testSoundAction: Action = {
  id: 'test-sound',
  keys: 'shift+k',
  group: 'desk',
  only: 'live',
  refusal: () => null,
  async perform({ ports }) {
    const sound = await ports.bridge.ask('sound-test', {})
    ports.store.setState({ sound })
    if (sound.test?.failed) notify(ports, 'refused', cannotBeHeard)
    else
      notify(
        ports,
        'done',
        sentence('sound-tested', 'The sound was played; turn the loudspeaker up if it was faint'),
      )
  },
}
