import { dialogAction } from '../console/dialog-action'

/** Shows which street map this desk has, and imports another one. */
export const showRegionMapAction = dialogAction({
  id: 'show-region-map',
  keys: 'shift+m',
  group: 'map',
  only: 'live',
  dialog: () => ({ kind: 'region-map' }),
})
