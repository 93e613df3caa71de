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
import { provenTexts } from '../../../shared/journal/proven-snapshot'
import { snapshotOf } from '../../../shared/journal/snapshot'
import { because, type Refusal, sentence } from '../../../shared/lang/decision'
import type { RecordsQuestion } from '../../../shared/records/answer'
import type { TextParts, WorkJson } from '../../../shared/room/parts'
import type { RoomTexts } from '../../../shared/room/parts-text'
import type { Room } from '../../../shared/room/room'
import type { Position } from '../../../shared/teams/position'
import type { Clock } from '../../../shared/timeline/clock-port'
import { longestTail } from '../../../shared/wire/console-feed'
import { createRoomAt } from './room-at'
import { snapshotDue } from './snapshot-due'
import { openTracks } from './tracks'

/** Of a page of replay: bounds its message, and how long the journal is busy with it. */
const pageEntries = 2_000
const pagePositions = 4_000

/** How the local copy stands. */
export interface CopyState extends JournalHead {
  /** Why no more is copied; null while all is well. */
  readonly fault: Refusal | null
  /** True when the chain broke: trying again would be no help. */
  readonly stopped: boolean
}

/**
 * What the room at the end of the copy is made of. A stored room is handed on as its texts, unread,
 * with the entries behind it.
 */
export interface LastRoom {
  readonly room: TextParts
  /** Of the entry that `room` stands at. */
  readonly hash: string
  readonly tail: readonly AnyEntry[]
}

/**
 * This console's own copy of one unit's journal, every entry checked against the chain before it is
 * kept.
 */
export interface LocalJournal {
  state(): CopyState
  /**
   * Appends what follows and passes over what it has; a break in the chain becomes the fault and
   * ends the copying.
   */
  append(entries: readonly AnyEntry[]): CopyState
  /** Null when there is nothing yet. */
  lastRoom(): LastRoom | null
  span(): ReplaySpan | null
  /** The room as it was, with the positions known then. */
  frame(at: number): { readonly room: Room; readonly positions: readonly Position[] }
  page(afterSeq: number, afterAt: number, until: number): ReplayPage
  /** The answer as JSON text. Throws when the records cannot be read. */
  records(question: RecordsQuestion): string
  track(positions: readonly Position[]): void
  close(): void
}

/**
 * Opens or creates the copy of a unit's journal in `folder`. Throws when the files cannot be
 * opened.
 */
export function openLocalJournal(
  folder: string,
  unit: string,
  texts: RoomTexts = roomTexts(),
  clock: Clock = systemClock,
): LocalJournal {
  const name = unit.replaceAll(':', '_')
  const journalFile = join(folder, `journal-${name}.db`)
  const journal = openSqliteJournal(journalFile)
  const file = join(folder, `records-${name}.db`)
  const records = openRecords({ journalFile, file, batch: smallBatch })
  const keeping = keepUp(records, clock)
  keeping.grown()
  const tracks = openTracks(join(folder, `tracks-${name}.db`))
  const roomAt = createRoomAt(journal, texts)
  let broken: Refusal | null = null
  let trouble: Refusal | null = null
  let snapshotSeq = journal.snapshotAt(journal.head().seq)?.seq ?? 0
  const state = (): CopyState => ({
    ...journal.head(),
    fault: broken ?? trouble,
    stopped: broken !== null,
  })

  function append(entries: readonly AnyEntry[]): CopyState {
    if (broken !== null) return state()
    const head = journal.head()
    const fresh = entries.filter((entry) => entry.seq > head.seq)
    const proven = provenBodies(fresh, head, sha256)
    if (proven.fault)
      broken = because(
        'copy-stopped',
        'The copy of the journal stopped: {reason}',
        proven.fault.reason,
      )
    // Trouble with the disk may pass, and then the copy goes on.
    else trouble = store(journal, head, { entries: fresh, bodies: proven.bodies })
    keeping.grown()
    if (snapshotDue(journal.head().seq - snapshotSeq, fresh)) {
      snapshotSeq = journal.head().seq
      saveSnapshot(journal, roomAt, texts)
    }
    return state()
  }

  return {
    state,
    append,
    lastRoom() {
      const { seq, hash } = journal.head()
      if (seq === 0) return null
      const stored = storedRoom(journal, seq)
      if (stored) return stored
      const room = textPartsOf(roomAt(seq), texts)
      // Stored now, so that the next start is spared the folding and the writing.
      saveSnapshot(journal, roomAt, texts)
      snapshotSeq = seq
      return { hash, room, tail: [] }
    },
    span: () => spanOf(journal),
    frame: (at) => ({ room: roomAt(journal.seqAt(at)), positions: tracks.at(at) }),
    page(afterSeq, afterAt, until) {
      const left = Math.max(0, journal.seqAt(until) - afterSeq)
      const entries = left === 0 ? [] : journal.read(afterSeq, Math.min(left, pageEntries))
      const fixes = tracks.between(afterAt, until, pagePositions)
      return { entries, positions: fixes.positions, more: left > pageEntries || fixes.more }
    },
    records: records.answer,
    track: tracks.add,
    close() {
      keeping.stop()
      records.close()
      journal.close()
      tracks.close()
    },
  }
}

interface Proven {
  readonly entries: readonly AnyEntry[]
  readonly bodies: readonly string[]
}

/** Null when no room with the register of the end is stored near it, in parts. */
function storedRoom(journal: Journal, seq: number): LastRoom | null {
  const stored = provenTexts({ journal, sha256 }, seq)
  if (!stored?.register?.text || seq - stored.head.seq > longestTail) return null
  const { version, text: register } = stored.register
  const work = JSON.parse(stored.text) as WorkJson
  const { hash } = stored.head
  const tail = journal.read(stored.head.seq, seq - stored.head.seq)
  // Its text would have to be written anew, at each start.
  if (tail.some(({ type }) => type === 'sites-registered')) return null
  return { room: { version, register, work }, hash, tail }
}

/** What keeps the entries from being stored, or null when they are. */
function store(journal: Journal, head: JournalHead, fresh: Proven): Refusal | null {
  if (fresh.entries.length === 0) return null
  try {
    const appended = journal.append(fresh.entries, head, fresh.bodies)
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
 * A room that cannot be made (entries of a newer version) or stored is no reason to stop copying:
 * it only spares time.
 */
function saveSnapshot(journal: Journal, roomAt: (seq: number) => Room, texts: RoomTexts): void {
  try {
    const { snapshot, register } = snapshotOf(roomAt(journal.head().seq), texts, sha256)
    journal.saveSnapshot(snapshot, register)
  } catch (error) {
    process.stderr.write(`No snapshot of the local journal: ${storageTrouble(error)}\n`)
  }
}

function spanOf(journal: Journal): ReplaySpan | null {
  const { seq } = journal.head()
  const [first] = journal.read(0, 1)
  const [last] = journal.read(seq - 1, 1)
  return first && last ? { from: first.at, to: last.at } : null
}
