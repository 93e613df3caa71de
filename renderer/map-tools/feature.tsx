import type { Feature } from '../console/feature'
import { Coordinates } from './Coordinates'
import { PickList } from './PickList'
import { RegionMapDialog } from './RegionMapDialog'
import { StreetLayer } from './StreetLayer'
import { showRegionAction } from './show-region-action'
import { showRegionMapAction } from './show-region-map-action'
import { ViewChips } from './ViewChips'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    'region-map': object
  }
}

export const mapToolsFeature: Feature = {
  actions: [showRegionAction, showRegionMapAction],
  dialogs: { 'region-map': () => <RegionMapDialog /> },
  layers: [
    { place: 5, Part: StreetLayer },
    { place: 65, Part: ViewChips },
    { place: 66, Part: Coordinates },
    { place: 70, Part: PickList },
  ],
}
