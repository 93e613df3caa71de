import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import { centreMap } from '../console/console-changes'
import { selectOnly } from '../console/selection'

export const centreMapAction: Action = {
  id: 'centre-map',
  keys: 'm',
  group: 'map',
  refusal: (_, about) => (about ? null : sentence('nothing-selected', 'Nothing is selected')),
  perform({ ports }, about) {
    selectOnly(ports.store, about)
    centreMap(ports)
  },
}
