import { sha256 } from '../../node/sha256'
import type { UnitId } from '../../shared/ipc/contract'
import type { KnownUnits } from './link/outbox-store'
import type { Log } from './log'

export const hubNameOf = (hub: string | null): string => hub ?? 'embedded'

/**
 * The id this console uses for a hub's unit. If the hub was reached before, it is the unit's own
 * id, under which its local journal is stored here. Until then that id is unknown and the hub's
 * name is used instead.
 */
export function unitIdOf(units: Pick<KnownUnits, 'unitOf'>, hub: string | null, log: Log): UnitId {
  const name = hubNameOf(hub)
  return remembered(units, name, log) ?? `hub-${sha256(name).slice(0, 12)}`
}

/** A failing disk must not keep anybody from a hub that is there. */
function remembered(units: Pick<KnownUnits, 'unitOf'>, name: string, log: Log): UnitId | null {
  try {
    return units.unitOf(name)
  } catch (error) {
    log.error({ err: error }, 'Which unit this hub served could not be read')
    return null
  }
}
