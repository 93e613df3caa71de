import type { BeaconState } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/timeline/clock-port'
import { type Beacon, createBeacon, noBeacon } from './peripherals/beacon'
import { serialLine } from './peripherals/serial-line'
import type { Settings } from './settings'

export function openBeacon(
  settings: Settings,
  clock: Clock,
  onState: (state: BeaconState) => void,
): Beacon {
  const path = process.env.NAVBATCHI_BEACON_PORT ?? settings.beacon?.path
  if (path === undefined || path === '') return noBeacon
  return createBeacon({
    clock,
    path,
    open: serialLine(path, settings.beacon?.baudRate ?? 9_600),
    onState,
  })
}
