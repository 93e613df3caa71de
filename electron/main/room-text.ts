import { type Room, roomToJson } from '../../shared/console/room'
import { emptyTable, rowsOf } from '../../shared/lang/table'

/**
 * Rooms as JSON text. The sites are nearly all of it (19,000 of them: 9 MB) and hardly ever change, so their text is
 * kept for as long as the table is the same: a window that opens, or a seek in a replay, then costs a tenth.
 */
export function createRoomText(): (room: Room) => string {
  let sites: { readonly table: Room['sites']; readonly text: string } | null = null
  return (room) => {
    if (sites?.table !== room.sites) sites = { table: room.sites, text: JSON.stringify(rowsOf(room.sites)) }
    const { sites: _left, ...rest } = roomToJson({ ...room, sites: emptyTable() })
    return `{"sites":${sites.text},${JSON.stringify(rest).slice(1)}`
  }
}

/** The JSON text of an object, with one member whose text is made already. */
export const withText = (name: string, text: string, rest: object): string =>
  `{"${name}":${text},${JSON.stringify(rest).slice(1)}`
