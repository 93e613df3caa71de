import { troubleSaid } from '../../node/sqlite'
import { chainFault, type Sha256 } from '../../shared/journal/chain'
import { type AnyEntry, genesisHash } from '../../shared/journal/entry'
import type { Journal } from '../../shared/journal/journal-port'
import {
  createSnapshotLoader,
  type ProvenSnapshot,
  type Standing,
} from '../../shared/journal/proven-snapshot'
import { because, type Refusal } from '../../shared/lang/decision'
import { SaidError } from '../../shared/lang/said-error'
import { emptyRoom } from '../../shared/room/empty-room'
import { upcast } from '../../shared/room/events'
import { evolve } from '../../shared/room/evolve'
import type { WholeRoom } from '../../shared/room/room'
import { foldingWeight } from './snapshot-schedule'

/** Entries folded at once on opening; bounds memory. */
const pageSize = 1_000

interface OpeningParts {
  readonly journal: Journal
  readonly sha256: Sha256
  readonly file: string
  readonly explain: (error: unknown) => string
  readonly onFault: (text: string) => void
}

type Opened = Standing & { readonly weightSinceSnapshot: number }

const nothingYet: ProvenSnapshot = {
  room: emptyRoom,
  head: { seq: 0, hash: genesisHash },
  snapshotHash: '',
}

/**
 * The room at the end of a journal: the newest snapshot that a later entry names, plus the entries
 * after it, whose chain is checked. A snapshot that no entry names is skipped with a complaint,
 * since anybody who can write to the file can create one. Rejects with a sentence that names file
 * and entry when an entry does not hold. Going on after it would bury the damage.
 */
export async function openRoom(parts: OpeningParts): Promise<Opened> {
  const load = createSnapshotLoader(parts)
  const { seq } = await parts.journal.head()
  for (let from = await load(seq); from !== null; from = await load(from.head.seq - 1)) {
    const opened = await foldFrom(from, parts)
    if (opened !== null) return opened
    parts.onFault(
      `No entry of the journal names the snapshot at entry ${from.head.seq}; an older one is used`,
    )
  }
  return (await foldFrom(nothingYet, parts)) as Opened
}

/** Null when no entry names the snapshot it started from. */
async function foldFrom(start: ProvenSnapshot, parts: OpeningParts): Promise<Opened | null> {
  const { seq: startSeq } = start.head
  let named = startSeq === 0
  let room: WholeRoom = start.room
  let { head } = start
  let weightSinceSnapshot = 0
  for (;;) {
    const page = await readPage(head.seq, parts)
    const fault = chainFault(page, head, parts.sha256)
    if (fault) throw damaged(parts.file, fault.seq, fault.reason)
    const last = page.at(-1)
    if (last === undefined) return named ? { room, head, weightSinceSnapshot } : null
    for (const entry of page.map(upcast)) {
      if (entry.type === 'snapshot-taken' && entry.data.seq === startSeq)
        named ||= entry.data.hash === start.snapshotHash
      room = evolve(room, entry)
      weightSinceSnapshot += foldingWeight(entry)
    }
    head = { seq: last.seq, hash: last.hash }
  }
}

async function readPage(
  after: number,
  { journal, file, explain }: OpeningParts,
): Promise<readonly AnyEntry[]> {
  try {
    return await journal.read(after, pageSize)
  } catch (error) {
    throw damaged(file, await firstUnreadable(journal, after), troubleSaid(explain(error)))
  }
}

async function firstUnreadable(journal: Journal, after: number): Promise<number> {
  for (let seq = after; seq < after + pageSize; seq++) {
    try {
      await journal.read(seq, 1)
    } catch {
      return seq + 1
    }
  }
  return after + 1
}

const damaged = (file: string, seq: number, why: Refusal): Error =>
  new SaidError(
    because(
      'journal-damaged',
      'The journal {file} is damaged at entry {seq}: {reason}. Nothing was changed. ' +
        'Check it with "npm run verify", and put back a copy that holds.',
      why,
      { file, seq },
    ),
  )
