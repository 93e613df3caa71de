import { setImmediate as nextTurn } from 'node:timers/promises'
import type { JournalHead } from '../../shared/journal/journal-port'
import { rowsOf } from '../../shared/lang/table'
import { type Room, roomToJson } from '../../shared/room/room'

/**
 * Rows written in one turn of the event loop: about 1 ms, so that an alarm never waits behind a
 * console that joins.
 */
const rowsPerTurn = 250

export interface SnapshotText {
  readonly seq: number
  /** A SnapshotMessage as JSON. */
  readonly json: string
}

/**
 * Rooms as JSON text, made once per seq and piece by piece. Consoles that join while one is being
 * made all get that one and the entries behind it, so a crowd costs as much as one. The sites are
 * most of the text (19,000 of them: 10 MB) and hardly ever change, so theirs is kept for as long as
 * the table is the same.
 */
export function createSnapshotText() {
  let sites: { readonly table: Room['sites']; readonly json: string } | null = null
  let newest: SnapshotText | null = null
  let making: Promise<SnapshotText> | null = null

  async function sitesJson(table: Room['sites']): Promise<string> {
    if (sites?.table !== table) sites = { table, json: await listJson(rowsOf(table)) }
    return sites.json
  }

  async function make(room: Room, head: JournalHead): Promise<SnapshotText> {
    const members = [`"sites":${await sitesJson(room.sites)}`]
    const { sites: _written, ...rest } = roomToJson(room)
    for (const [key, value] of Object.entries(rest)) {
      const json = Array.isArray(value) ? await listJson(value) : JSON.stringify(value)
      if (json !== undefined) members.push(`${JSON.stringify(key)}:${json}`)
    }
    newest = {
      seq: head.seq,
      json: `{"seq":${head.seq},"hash":"${head.hash}","room":{${members.join(',')}}}`,
    }
    return newest
  }

  return {
    /**
     * `head` is that of the room's journal. The text may be of an earlier seq, when that was being
     * made already.
     */
    async of(room: Room, head: JournalHead): Promise<SnapshotText> {
      if (making === null && newest?.seq === head.seq) return newest
      making ??= make(room, head).finally(() => {
        making = null
      })
      return making
    },
  }
}

async function listJson(rows: readonly unknown[]): Promise<string> {
  const pieces: string[] = []
  for (let at = 0; at < rows.length; at += rowsPerTurn) {
    if (at > 0) await nextTurn()
    pieces.push(JSON.stringify(rows.slice(at, at + rowsPerTurn)).slice(1, -1))
  }
  return `[${pieces.join(',')}]`
}
