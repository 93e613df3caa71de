import { chainFault, type Sha256 } from '../../shared/journal/chain'
import type { Journal } from '../../shared/journal/journal-port'
import type { Standing } from '../../shared/journal/proven-snapshot'
import { type Entry, upcast } from '../../shared/room/events'
import { evolveAll } from '../../shared/room/evolve'

/** Entries read at once; bounds memory. */
const pageSize = 1_000

/**
 * Brings a standing to the end of the journal, page by page, in case somebody else has written to
 * it. Rejects when the journal cannot be read, or does not hold and continue the standing.
 */
export async function goOn(
  from: Standing,
  {
    journal,
    sha256,
  }: { readonly journal: Pick<Journal, 'read' | 'head'>; readonly sha256: Sha256 },
  came: (standing: Standing, entries: readonly Entry[]) => void,
): Promise<void> {
  for (let { room, head } = from; ; ) {
    const page = await journal.read(head.seq, pageSize)
    const last = page.at(-1)
    if (last === undefined) {
      const end = await journal.head()
      if (end.seq > head.seq) continue
      if (end.seq === head.seq && end.hash === head.hash) return
      throw new Error(`the journal no longer holds entry ${head.seq} as it was stored`)
    }
    const fault = chainFault(page, head, sha256)
    if (fault)
      throw new Error(`the journal does not go on from entry ${head.seq}: ${fault.reason.text}`)
    const entries = page.map(upcast)
    room = evolveAll(room, entries)
    head = { seq: last.seq, hash: last.hash }
    came({ room, head }, entries)
  }
}
