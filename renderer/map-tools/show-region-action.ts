import type { Action } from '../console/action'
import { showWholeRegion } from '../console/console-changes'

/** Gives the map back: it shows the whole region and follows the officer again. */
export const showRegionAction: Action = {
  id: 'show-region',
  keys: 'home',
  group: 'map',
  refusal: () => null,
  perform: ({ ports }) => showWholeRegion(ports),
}
