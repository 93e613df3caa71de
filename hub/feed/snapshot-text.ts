import type { Room } from '../../shared/console/room'
import { roomToJson } from '../../shared/console/room'
import type { JournalHead } from '../../shared/journal/journal-port'
import { emptyTable, rowsOf } from '../../shared/lang/table'

export interface SnapshotText {
  readonly seq: number
  /** A SnapshotMessage as JSON. */
  readonly json: string
}

/**
 * Rooms as JSON text, made once per seq: five consoles that join at the same moment cost one. The sites are most of the
 * text (19,000 of them: 10 MB) and hardly ever change, so theirs is kept for as long as the table is the same.
 */
export function createSnapshotText() {
  let sites: { readonly table: Room['sites']; readonly json: string } | null = null
  let newest: SnapshotText | null = null

  function sitesJson(table: Room['sites']): string {
    if (sites?.table !== table) sites = { table, json: JSON.stringify(rowsOf(table)) }
    return sites.json
  }

  return {
    /** `head` is that of the room's journal. */
    of(room: Room, head: JournalHead): SnapshotText {
      if (newest?.seq === head.seq) return newest
      const { sites: _none, ...rest } = roomToJson({ ...room, sites: emptyTable() })
      const roomJson = `{"sites":${sitesJson(room.sites)},${JSON.stringify(rest).slice(1)}`
      newest = { seq: head.seq, json: `{"seq":${head.seq},"hash":"${head.hash}","room":${roomJson}}` }
      return newest
    },
  }
}
