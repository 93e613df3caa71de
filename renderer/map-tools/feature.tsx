import type { Feature } from '../console/feature'
import { PickList } from './PickList'

/** What the map offers by itself, whatever is on it. */
export const mapToolsFeature: Feature = {
  layers: [{ place: 70, Part: PickList }],
}
