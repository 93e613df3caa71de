import type { Feature } from '../console/feature'
import { BeaconStatus } from './BeaconStatus'
import { testBeaconAction } from './test-beacon-action'

export const peripheralFeature: Feature = {
  actions: [testBeaconAction],
  status: [{ place: 30, Part: BeaconStatus }],
}
