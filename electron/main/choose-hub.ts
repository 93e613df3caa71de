import { type HubAddressFault, hubAddressOf } from '../../node/hub-address'
import { type Refusal, sentence } from '../../shared/lang/decision'

/**
 * The origin of the address an officer typed, or why it is refused. The rules are those of `--hub`.
 */
export function chosenHub(text: string): string | Refusal {
  const read = hubAddressOf(text)
  return typeof read === 'string' ? read : refusals[read.fault](read.at)
}

const refusals: Readonly<Record<HubAddressFault, (at: string) => Refusal>> = {
  'no-address': (text) =>
    sentence('hub-no-address', 'This is no address of a hub: {text}', { text }),
  'in-the-clear': (hub) =>
    sentence(
      'hub-in-the-clear',
      'http would send passwords in the clear to another machine: give {hub}',
      { hub },
    ),
}
