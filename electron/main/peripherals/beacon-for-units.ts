import type { UnitId } from '../../../shared/ipc/contract'
import type { Beacon } from './beacon'

export function beaconForUnits(beacon: Beacon): (unit: UnitId) => Beacon {
  const wanting = new Set<UnitId>()
  return (unit) => {
    const want = (on: boolean) => {
      if (on) wanting.add(unit)
      else wanting.delete(unit)
      beacon.want(wanting.size > 0)
    }
    return {
      want,
      test: beacon.test,
      state: beacon.state,
      // The line stays open for the other units.
      stop: async () => want(false),
    }
  }
}
