import { join } from 'node:path'
import { keepUp } from '../../../node/records/keep-up'
import { openRecords } from '../../../node/records/open-records'
import { smallBatch } from '../../../node/records/records-runner'
import { roomTexts, textPartsOf } from '../../../node/room-texts'
import { sha256 } from '../../../node/sha256'
import { storageSaid, storageTrouble } from '../../../node/sqlite'
import { openSqliteJournal } from '../../../node/sqlite-journal'
import { systemClock } from '../../../node/system-clock'
import type { ReplayPage, ReplaySpan } from '../../../shared/ipc/contract'
import { provenBodies } from '../../../shared/journal/chain'
import type { AnyEntry } from '../../../shared/journal/entry'
import type { Journal, JournalHead } from '../../../shared/journal/journal-port'
import { snapshotOf } from '../../../shared/journal/snapshot'
import { because, type Refusal, sentence } from '../../../shared/lang/decision'
import type { RecordsQuestion } from '../../../shared/records/answer'
import type { RoomTexts } from '../../../shared/room/parts-text'
import type { WholeRoom } from '../../../shared/room/room'
import type { Position } from '../../../shared/teams/position'
import type { Clock } from '../../../shared/timeline/clock-port'
import { createFrameColumns, type FrameColumns } from './frame-columns'
import { openKeptColumns } from './kept-columns'
import { type LastRoom, storedRoom, withColumns } from './last-room'
import { createRoomAt } from './room-at'
import { snapshotDue } from './snapshot-due'
import { openTracks } from './tracks'

const pageEntries = 2_000
const pagePositions = 4_000

export interface CopyState extends JournalHead {
  readonly fault: Refusal | null
  /** True when the chain is broken, so retrying cannot help. */
  readonly stopped: boolean
}

/**
 * This console's own copy of one unit's journal. Every entry is checked against the chain before it
 * is stored.
 */
export interface LocalJournal {
  state(): Promise<CopyState>
  /**
   * Appends new entries and skips those it already has. A break in the chain becomes the fault and
   * ends the copying.
   */
  append(entries: readonly AnyEntry[]): Promise<CopyState>
  lastRoom(): Promise<LastRoom | null>
  /** The text of a stored register; null when it is not there or not what its version says. */
  registerText(version: string): Promise<string | null>
  span(): Promise<ReplaySpan | null>
  /** The room at that instant, with the positions known then. */
  frame(at: number): Promise<{ readonly room: WholeRoom; readonly positions: readonly Position[] }>
  page(afterSeq: number, afterAt: number, until: number): Promise<ReplayPage>
  roomAt(seq: number): Promise<WholeRoom>
  readonly columns: FrameColumns
  records(question: RecordsQuestion): string
  track(positions: readonly Position[]): void
  close(): Promise<void>
}

/**
 * Opens or creates the copy of a unit's journal in `folder`. Rejects when the files cannot be
 * opened. Callers must run only one of its operations at a time (see `answerCalls`).
 */
export async function openLocalJournal(
  folder: string,
  unit: string,
  texts: RoomTexts = roomTexts(),
  clock: Clock = systemClock,
): Promise<LocalJournal> {
  const name = unit.replaceAll(':', '_')
  const journalFile = join(folder, `journal-${name}.db`)
  const journal = openSqliteJournal(journalFile)
  const file = join(folder, `records-${name}.db`)
  const records = openRecords({ journalFile, file, batch: smallBatch })
  const keeping = keepUp(records, clock)
  keeping.grown()
  const tracks = openTracks(join(folder, `tracks-${name}.db`))
  const roomAt = createRoomAt(journal, texts)
  const kept = openKeptColumns(join(folder, 'columns'))
  let broken: Refusal | null = null
  let trouble: Refusal | null = null
  let head = await journal.head()
  let snapshotSeq = (await journal.snapshotAt(head.seq))?.seq ?? 0
  const state = (): CopyState => ({ ...head, fault: broken ?? trouble, stopped: broken !== null })
  const storeRoom = async () => {
    snapshotSeq = head.seq
    await saveSnapshot(journal, () => roomAt(head.seq), texts)
  }

  async function append(entries: readonly AnyEntry[]): Promise<CopyState> {
    if (broken !== null) return state()
    const fresh = entries.filter((entry) => entry.seq > head.seq)
    const proven = provenBodies(fresh, head, sha256)
    if (proven.fault)
      broken = because(
        'copy-stopped',
        'The copy of the journal stopped: {reason}',
        proven.fault.reason,
      )
    // Disk trouble may pass, and then copying continues.
    else trouble = await store(journal, head, { entries: fresh, bodies: proven.bodies })
    head = await journal.head()
    keeping.grown()
    if (snapshotDue(head.seq - snapshotSeq, fresh)) await storeRoom()
    return state()
  }

  return {
    state: async () => state(),
    append,
    async lastRoom() {
      const { seq, hash } = head
      if (seq === 0) return null
      const stored = await storedRoom(journal, seq, kept)
      if (stored) return stored
      const room = textPartsOf(await roomAt(seq), texts)
      // Storing it now saves the next start the folding and the writing.
      await storeRoom()
      return withColumns({ hash, room, tail: [] }, kept)
    },
    async registerText(version) {
      const text = await journal.registerText(version)
      if (text !== null && sha256(text) === version) return text
      // The next start reads the text again and says what is wrong with it.
      kept.forget(version)
      return null
    },
    span: () => spanOf(journal),
    frame: async (at) => ({
      room: await roomAt(await journal.seqAt(at)),
      positions: tracks.at(at),
    }),
    async page(afterSeq, afterAt, until) {
      const left = Math.max(0, (await journal.seqAt(until)) - afterSeq)
      const entries = left === 0 ? [] : await journal.read(afterSeq, Math.min(left, pageEntries))
      const fixes = tracks.between(afterAt, until, pagePositions)
      return { entries, positions: fixes.positions, more: left > pageEntries || fixes.more }
    },
    roomAt,
    columns: createFrameColumns(kept),
    records: records.answer,
    track: tracks.add,
    async close() {
      keeping.stop()
      records.close()
      await journal.close()
      tracks.close()
    },
  }
}

interface Proven {
  readonly entries: readonly AnyEntry[]
  readonly bodies: readonly string[]
}

async function store(journal: Journal, head: JournalHead, fresh: Proven): Promise<Refusal | null> {
  if (fresh.entries.length === 0) return null
  try {
    const appended = await journal.append(fresh.entries, head, fresh.bodies)
    return appended.ok ? null : anotherWriter
  } catch (error) {
    const words = 'The copy of the journal cannot be written: {reason}'
    return because('copy-not-written', words, storageSaid(error))
  }
}

const anotherWriter = sentence(
  'copy-other-writer',
  'The copy of the journal is written by another program too',
)

/**
 * A room that cannot be built (entries of a newer version) or stored does not stop the copying: it
 * only saves time.
 */
async function saveSnapshot(
  journal: Journal,
  made: () => Promise<WholeRoom>,
  texts: RoomTexts,
): Promise<void> {
  try {
    const { snapshot, register } = snapshotOf(await made(), texts, sha256)
    await journal.saveSnapshot(snapshot, register)
  } catch (error) {
    process.stderr.write(`No snapshot of the local journal: ${storageTrouble(error)}\n`)
  }
}

async function spanOf(journal: Journal): Promise<ReplaySpan | null> {
  const { seq } = await journal.head()
  const [first] = await journal.pick([1])
  const [last] = await journal.pick([seq])
  return first && last ? { from: first.at, to: last.at } : null
}
