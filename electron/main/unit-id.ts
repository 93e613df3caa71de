import { sha256 } from '../../node/sha256'
import type { UnitId } from '../../shared/ipc/contract'
import type { KnownUnits } from './link/outbox-store'
import type { Log } from './log'

/** What the store remembers a hub by. */
export const hubNameOf = (hub: string | null): string => hub ?? 'embedded'

/**
 * What this console calls the unit of a hub: by its own id, under which the local journal lies here,
 * if the hub was reached before. Until then nobody knows that id, and the hub's name stands for it.
 */
export function unitIdOf(units: Pick<KnownUnits, 'unitOf'>, hub: string | null, log: Log): UnitId {
  const name = hubNameOf(hub)
  return remembered(units, name, log) ?? `hub-${sha256(name).slice(0, 12)}`
}

/** A disk that fails must not keep anybody from a hub that is there. */
function remembered(units: Pick<KnownUnits, 'unitOf'>, name: string, log: Log): UnitId | null {
  try {
    return units.unitOf(name)
  } catch (error) {
    log.error({ err: error }, 'Which unit this hub served could not be read')
    return null
  }
}
