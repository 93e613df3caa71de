import { upcast } from '../../shared/console/events'
import { evolveAll } from '../../shared/console/evolve'
import { emptyRoom } from '../../shared/console/room'
import { chainFault, type Sha256 } from '../../shared/journal/chain'
import { genesisHash } from '../../shared/journal/entry'
import type { Journal } from '../../shared/journal/journal-port'
import { createSnapshotLoader, type Standing } from '../../shared/journal/proven-snapshot'

/** Entries folded at once on opening: a bound on memory. */
const pageSize = 1_000

/**
 * The room at the end of a journal: the newest snapshot that is what was written, and the entries after it, whose chain
 * is checked. Throws a sentence when an entry does not hold: going on behind it would bury the damage.
 */
export function openRoom(
  journal: Journal,
  sha256: Sha256,
  onFault: (text: string) => void,
): Standing & { readonly sinceSnapshot: number } {
  const load = createSnapshotLoader(journal, sha256, onFault)
  let standing = load(journal.head().seq) ?? { room: emptyRoom, head: { seq: 0, hash: genesisHash } }
  const snapshotSeq = standing.head.seq
  for (;;) {
    const page = journal.read(standing.head.seq, pageSize)
    const fault = chainFault(page, standing.head, sha256)
    if (fault) throw new Error(`The journal is damaged: ${fault.reason}. Check it with "npm run verify".`)
    const last = page.at(-1)
    if (last === undefined) return { ...standing, sinceSnapshot: standing.head.seq - snapshotSeq }
    standing = { room: evolveAll(standing.room, page.map(upcast)), head: { seq: last.seq, hash: last.hash } }
  }
}
