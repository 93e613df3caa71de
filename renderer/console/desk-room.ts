import type { Bridge, DeskRoom } from '../../shared/ipc/contract'
import { workFromJson } from '../../shared/room/parts'
import type { Room } from '../../shared/room/room'
import { registerOver } from '../../shared/site-columns/column-sites'
import { readColumns } from '../../shared/site-columns/columns'

/** The rows of a register that this window holds, and their version. */
export interface HeldRows {
  readonly version: string
  readonly rows: Pick<Room, 'sites' | 'accounts'>
}

/**
 * The room from a message, and the rows to hold for the next one. It asks for the register only
 * when it is not the one held. `gone` means that there is a newer one by now, so the room must be
 * asked for again.
 */
export async function roomAtDesk(
  bridge: Bridge,
  { version, work }: DeskRoom,
  held: HeldRows | null,
): Promise<{ readonly room: Room; readonly held: HeldRows } | 'gone'> {
  const same = held?.version === version ? held : await heldRows(bridge, version)
  return same === 'gone' ? 'gone' : { room: { ...workFromJson(work), ...same.rows }, held: same }
}

async function heldRows(bridge: Bridge, version: string): Promise<HeldRows | 'gone'> {
  const bytes = await bridge.ask('register-columns', { version })
  return bytes ? { version, rows: registerOver(readColumns(bytes)) } : 'gone'
}
