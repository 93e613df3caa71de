import { type Actor, systemActor } from '../../shared/accounts/actor'
import type { Sha256 } from '../../shared/journal/chain'
import type { AnyEntry } from '../../shared/journal/entry'
import type { Journal } from '../../shared/journal/journal-port'
import type { Standing } from '../../shared/journal/proven-snapshot'
import { type Written, write } from '../../shared/journal/recorder'
import { snapshotOf } from '../../shared/journal/snapshot'
import { sentence } from '../../shared/lang/decision'
import type { Instant } from '../../shared/lang/instant'
import type { Envelope } from '../../shared/room/commands'
import { decide } from '../../shared/room/decide'
import { type Entry, type RoomEvent, upcast } from '../../shared/room/events'
import { evolveAll } from '../../shared/room/evolve'
import { createRoomTexts, hashOfWhole } from '../../shared/room/parts-text'
import type { Room } from '../../shared/room/room'
import type { Clock } from '../../shared/timeline/clock-port'
import type { CommandReply } from '../../shared/wire/console-feed'
import { clockTrouble } from './clock-trouble'
import { type AppendDurably, type CommitReport, createCommitQueue } from './commit-queue'
import { type Keeper, NotStored } from './keeper-port'
import { openRoom } from './open-room'
import { scheduleSnapshots } from './snapshot-schedule'
import { watchStorage } from './storage-watch'

export interface KeeperParts {
  readonly journal: Journal
  readonly clock: Clock
  readonly sha256: Sha256
  /** Where the journal is, for people who must mend it. */
  readonly file?: string
  /**
   * How entries are stored, when there is a way that holds up nothing; otherwise the journal does
   * it on the spot.
   */
  readonly append?: AppendDurably
  /**
   * Tries whether the journal can store; throws or rejects when not. Without it only the next
   * attempt to record finds out.
   */
  readonly probe?: () => void | Promise<void>
  /** What a storage error means, in words that fit after a colon. */
  readonly explain?: (error: unknown) => string
  /** Something is wrong inside that no waiter is told of: for the log. */
  readonly onFault?: (text: string, error?: unknown) => void
  readonly onCommit?: (report: CommitReport) => void
  /**
   * How a snapshot is saved, when there is a way that holds up nothing; otherwise the journal does
   * it on the spot. Resolves with its hash.
   */
  readonly saveSnapshot?: (room: Room) => Promise<string>
  /**
   * What else happens with these events, in the same commit (an account's held signals take
   * effect).
   */
  readonly follow?: (
    room: Room,
    events: readonly RoomEvent[],
    meanwhile: Following,
  ) => readonly RoomEvent[]
  /** See `longestQueue`. */
  readonly queueLimit?: number
}

interface Acceptance {
  readonly by: Actor
  readonly at: Instant
  readonly cause: string | null
}

/** What is needed to tell what else happens. */
export interface Following {
  readonly at: Instant
  /** An entry of the room's past, durable or about to be. */
  readonly entryAt: (seq: number) => AnyEntry | undefined
}

/**
 * What may wait for a commit: a few seconds of the fastest arrival there is. Beyond it senders are
 * left without an acknowledgement, so that they repeat, instead of the hub running out of memory.
 */
const longestQueue = 50_000

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/**
 * Opens the keeper on a journal, which is its alone until `close`. Throws a sentence when the
 * journal does not hold.
 */
export function createKeeper(parts: KeeperParts): Keeper {
  const {
    journal,
    clock,
    sha256,
    explain = messageOf,
    onFault = () => {},
    onCommit = () => {},
  } = parts
  const texts = createRoomTexts(hashOfWhole(sha256))
  const opened = openRoom({ journal, sha256, file: parts.file ?? 'in memory', explain, onFault })
  const snapshots = scheduleSnapshots(clock, opened.sinceSnapshot, () => saveSnapshot())
  const listeners = new Set<(entries: readonly Entry[]) => void>()
  /** Commands being recorded, by id: sent twice at once, one is recorded once. */
  const pending = new Map<string, Promise<readonly Entry[]>>()

  const tryToStore = async () => {
    // What is being stored just now is in the journal a moment before it counts as durable.
    await queue.settled()
    const { seq } = journal.head()
    if (seq !== queue.durable().head.seq)
      throw new Error(`another program wrote to the journal, which ends at ${seq}`)
    await parts.probe?.()
  }
  const storage = watchStorage(clock, { probe: tryToStore, explain, onFault })

  const queue = createCommitQueue(opened, {
    limit: parts.queueLimit ?? longestQueue,
    append:
      parts.append ??
      (async ({ entries, bodies }, after) => journal.append(entries, after, bodies)),
    onCommit,
    stored(entries) {
      snapshots.added(entries.length)
      for (const listener of listeners)
        safely(() => listener(entries), 'A listener of new entries failed')
    },
    explain,
    failed: storage.failed,
  })

  const safely = (work: () => void, complaint: string) => {
    try {
      work()
    } catch (error) {
      onFault(complaint, error)
    }
  }

  const clockBehind = () => Math.max(0, queue.accepted().room.at - clock.now())

  const saveSnapshot = async () => {
    const { room } = queue.durable()
    try {
      const hash = await (parts.saveSnapshot ?? saveAtOnce)(room)
      // Only what the chain names counts on opening: a snapshot that was rewritten with its hash
      // shows in nothing else.
      await recordOnce(
        () => [{ type: 'snapshot-taken', data: { seq: room.seq, hash } }],
        systemActor,
      )
    } catch (error) {
      onFault('A snapshot could not be saved', error)
    }
  }
  const saveAtOnce = async (room: Room) => {
    const { snapshot, register } = snapshotOf(room, texts, sha256)
    journal.saveSnapshot(snapshot, register)
    return snapshot.hash
  }

  /** An entry up to the newest accepted one: some may be on their way to the disk. */
  const entryAt = (seq: number): AnyEntry | undefined => {
    return seq > queue.durable().head.seq ? queue.unsaved(seq) : journal.read(seq - 1, 1)[0]
  }

  /**
   * `at`: when they were judged, so that what was reckoned from that instant (the end of a test)
   * fits the entry.
   */
  const accept = (
    events: readonly RoomEvent[],
    { by, at, cause }: Acceptance,
  ): Promise<readonly Entry[]> => {
    const { room, head } = queue.accepted()
    const further = parts.follow?.(room, events, { at, entryAt }) ?? []
    const all = further.length > 0 ? [...events, ...further] : events
    const written = write(all, { by, at, notBefore: room.at, cause }, head, sha256)
    const stored = queue.add(written, standingAfter({ room, head }, written))
    if (cause !== null) remember(cause, stored)
    return stored
  }

  const remember = (cause: string, written: Promise<readonly Entry[]>) => {
    pending.set(cause, written)
    const forget = () => pending.delete(cause)
    written.then(forget, forget)
  }

  const recordOnce = async (
    make: (room: Room) => readonly RoomEvent[],
    by: Actor,
    cause: string | null = null,
  ) => {
    const underWay = cause === null ? undefined : pending.get(cause)
    if (underWay) return underWay
    const before = cause === null ? null : journal.seqOfCause(cause)
    if (before !== null) return journal.read(before - 1, 1).map(upcast)
    const at = clock.now()
    return accept(make(queue.accepted().room), { by, at, cause })
  }

  const judge = async ({ commandId, command }: Envelope, by: Actor): Promise<CommandReply> => {
    const underWay = pending.get(commandId)
    if (underWay) return done(await underWay, queue.accepted().head.seq)
    const before = journal.seqOfCause(commandId)
    if (before !== null) return { result: 'ok', seq: before, notice: null }
    const { room, head } = queue.accepted()
    const { seq } = head
    const at = clock.now()
    const decision = decide(room, command, { by, at })
    if (decision.outcome === 'accepted')
      return done(await accept(decision.events, { by, at, cause: commandId }), seq)
    // Judged by what may not be stored yet: "your colleague was first" must not be said of what
    // then never happened.
    await queue.settled()
    if (decision.outcome === 'agreed') return { result: 'ok', seq, notice: decision.notice }
    return { result: 'refused', refusal: decision.refusal }
  }

  return {
    room: () => queue.accepted().room,
    head: () => queue.durable().head,
    durableRoom: () => queue.durable().room,
    storage() {
      const state = storage.state()
      const trouble = state.ok ? clockTrouble(clockBehind()) : null
      return trouble === null ? state : { ...state, text: trouble }
    },
    clockBehind,
    async command(envelope, by) {
      try {
        return await judge(envelope, by)
      } catch (error) {
        if (!(error instanceof NotStored))
          onFault(`The command ${envelope.commandId} failed`, error)
        return notStored(error instanceof NotStored ? error.message : explain(error))
      }
    },
    record: recordOnce,
    read: (after, limit) => journal.read(after, limit),
    onEntries(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onStorage: storage.onChange,
    async close() {
      await queue.settled().catch(() => {})
      await snapshots.finish()
      await queue.close()
      storage.stop()
      journal.close()
    },
  }
}

function standingAfter({ room, head }: Standing, { entries }: Written): Standing {
  const last = entries.at(-1)
  return last
    ? { room: evolveAll(room, entries), head: { seq: last.seq, hash: last.hash } }
    : { room, head }
}

const done = (entries: readonly Entry[], otherwise: number): CommandReply => ({
  result: 'ok',
  seq: entries.at(-1)?.seq ?? otherwise,
  notice: null,
})

const notStored = (trouble: string): CommandReply => ({
  result: 'refused',
  refusal: sentence(
    'not-stored',
    'The hub cannot store anything: {trouble}. Nothing was recorded.',
    { trouble },
  ),
})
