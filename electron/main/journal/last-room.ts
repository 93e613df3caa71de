import { sha256 } from '../../../node/sha256'
import type { AnyEntry } from '../../../shared/journal/entry'
import type { Journal } from '../../../shared/journal/journal-port'
import { provenTexts } from '../../../shared/journal/proven-snapshot'
import type { WorkJson } from '../../../shared/room/parts'
import { columnsOfText } from '../../../shared/site-columns/make-columns'
import { longestTail } from '../../../shared/wire/console-feed'
import type { DeskParts } from '../link/register-here'
import type { KeptColumns } from './kept-columns'

/**
 * The parts of the room at the end of the copy. A stored room is passed on as text, unparsed, with
 * the entries after it. The text of its register is left out when its columns are kept: a start
 * needs it for nothing, and it is most of what there would be to read.
 */
export interface LastRoom {
  readonly room: DeskParts
  /** Hash of the entry at which `room` was stored. */
  readonly hash: string
  readonly tail: readonly AnyEntry[]
}

/** Null when no room with the same register as the journal's end is stored in parts near it. */
export async function storedRoom(
  journal: Journal,
  seq: number,
  kept: KeptColumns,
): Promise<LastRoom | null> {
  const newest = (await journal.snapshotAt(seq))?.register ?? null
  const columns = newest === null ? null : kept.find(newest)
  const have = columns && newest !== null ? newest : undefined
  const stored = await provenTexts({ journal, sha256 }, seq, have)
  if (!stored?.register || seq - stored.head.seq > longestTail) return null
  const { version, text: register } = stored.register
  const work = JSON.parse(stored.text) as WorkJson
  const { hash } = stored.head
  const tail = await journal.read(stored.head.seq, seq - stored.head.seq)
  // The register's text would have to be rewritten at every start.
  if (tail.some(({ type }) => type === 'sites-registered')) return null
  const last = { room: { version, register, work }, hash, tail }
  if (register !== null) return withColumns(last, kept)
  return columns && { ...last, room: { ...last.room, columns } }
}

/** Adds the columns so that the main process need not parse every site at start. */
export function withColumns(last: LastRoom, kept: KeptColumns): LastRoom {
  const { version, register } = last.room
  if (register === null) return last
  const columns = kept.of(version, () => columnsOfText(register))
  return { ...last, room: { ...last.room, columns } }
}
