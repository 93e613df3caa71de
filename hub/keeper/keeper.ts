import { type Actor, systemActor } from '../../shared/accounts/actor'
import { decideIntent } from '../../shared/intents/intents'
import type { Sha256 } from '../../shared/journal/chain'
import type { AnyEntry } from '../../shared/journal/entry'
import type { Journal } from '../../shared/journal/journal-port'
import { snapshotOf } from '../../shared/journal/snapshot'
import { sentence } from '../../shared/lang/decision'
import type { Instant } from '../../shared/lang/instant'
import type { Envelope } from '../../shared/room/commands'
import { decide } from '../../shared/room/decide'
import type { Entry } from '../../shared/room/events'
import { createRoomTexts, hashOfWhole } from '../../shared/room/parts-text'
import type { WholeRoom } from '../../shared/room/room'
import type { Clock } from '../../shared/timeline/clock-port'
import type { CommandReply } from '../../shared/wire/console-feed'
import { clockTrouble } from './clock-trouble'
import {
  type CommitReport,
  createCommitQueue,
  type Settled,
  writtenByAnother,
} from './commit-queue'
import { goOn } from './go-on'
import { type Keeper, NotStored } from './keeper-port'
import { createJudge, type Follow, type Matter } from './matter'
import { openRoom } from './open-room'
import { scheduleSnapshots } from './snapshot-schedule'
import { watchStorage } from './storage-watch'
import { createTakenOnce } from './taken-once'

export interface KeeperParts {
  readonly journal: Journal
  readonly clock: Clock
  readonly sha256: Sha256
  /** Where the journal is, for people who must mend it. */
  readonly file?: string
  /**
   * Tries whether the journal can store; throws or rejects when it cannot. Without it only the next
   * attempt to record finds out.
   */
  readonly probe?: () => void | Promise<void>
  /** What a storage error means, in words that fit after a colon. */
  readonly explain?: (error: unknown) => string
  /** Reports an internal fault that no waiter is told of, for the log. */
  readonly onFault?: (text: string, error?: unknown) => void
  readonly onCommit?: (report: CommitReport) => void
  /**
   * Saves a snapshot without holding anything up, and resolves with its hash. Without it the
   * journal is given the snapshot directly.
   */
  readonly saveSnapshot?: (room: WholeRoom) => Promise<string>
  readonly follow?: Follow
  /** See `longestQueue`. */
  readonly queueLimit?: number
}

/**
 * Most that may wait for a commit: a few seconds of the fastest possible arrival. Beyond it senders
 * get no acknowledgement, so they repeat, and the hub does not run out of memory.
 */
const longestQueue = 50_000

/**
 * How often one matter may find that it needs more of the past. Each of the rules that follow needs
 * it once.
 */
const mostReadings = 4

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/**
 * Opens the keeper on a journal, which belongs to it alone until `close`. Rejects with a sentence
 * when the journal does not hold.
 */
export async function openKeeper(parts: KeeperParts): Promise<Keeper> {
  const {
    journal,
    clock,
    sha256,
    explain = messageOf,
    onFault = () => {},
    onCommit = () => {},
    follow = () => [],
    queueLimit: limit = longestQueue,
  } = parts
  const texts = createRoomTexts(hashOfWhole(sha256))
  const file = parts.file ?? 'in memory'
  const opened = await openRoom({ journal, sha256, file, explain, onFault })
  const snapshots = scheduleSnapshots(clock, opened.weightSinceSnapshot, () => saveSnapshot())
  const listeners = new Set<(entries: readonly Entry[]) => void>()

  const tryToStore = async () => {
    await queue.settled()
    const { seq } = await journal.head()
    const writtenTo = seq > queue.accepted().head.seq
    await queue.catchUp()
    if (writtenTo) throw new Error(writtenByAnother)
    await parts.probe?.()
  }
  const storage = watchStorage(clock, { probe: tryToStore, explain, onFault })

  const judge = createJudge({
    now: clock.now,
    sha256,
    follow,
    durableSeq: () => queue.durable().head.seq,
    unsaved: (seq) => queue.unsaved(seq),
  })
  const queue = createCommitQueue(opened, {
    limit,
    append: journal.append,
    judge,
    goOn: (from, came) => goOn(from, { journal, sha256 }, came),
    onCommit,
    stored(entries) {
      snapshots.added(entries)
      for (const listener of listeners)
        safely(() => listener(entries), 'A listener of new entries failed')
    },
    explain,
    failed: storage.failed,
  })
  const takenOnce = createTakenOnce<Settled>(journal, limit)

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
      const hash = await (parts.saveSnapshot ?? saveAsItIs)(room)
      // On opening, only what the chain names counts: nothing else shows that a snapshot was
      // rewritten together with its hash.
      await submit({ type: 'note-snapshot', data: { seq: room.seq, hash } }, systemActor)
    } catch (error) {
      onFault('A snapshot could not be saved', error)
    }
  }
  const saveAsItIs = async (room: WholeRoom) => {
    const { snapshot, register } = snapshotOf(room, texts, sha256)
    await journal.saveSnapshot(snapshot, register)
    return snapshot.hash
  }

  /** Reads the entries of the past that deciding needs, while nothing else waits for it. */
  const decideAnew = async (wish: Omit<Matter, 'past'>): Promise<Settled> => {
    const past = new Map<number, AnyEntry | null>()
    const matter = { ...wish, past }
    for (let left = mostReadings; ; left--) {
      const outcome = await queue.add(matter)
      if (outcome.kind !== 'lacking') return outcome
      if (left === 0) throw new Error('Deciding asks for ever more of the past')
      for (const seq of outcome.seqs) past.set(seq, null)
      for (const entry of await journal.pick(outcome.seqs)) past.set(entry.seq, entry)
    }
  }

  const outcomeOf = (wish: Omit<Matter, 'past'>): Promise<Settled> =>
    wish.cause === null
      ? decideAnew(wish)
      : takenOnce(
          wish.cause,
          () => decideAnew(wish),
          (entry) => ({ kind: 'taken-before', entry }),
        )

  const record: Keeper['record'] = async (make, by, cause = null) => {
    const decided = (room: WholeRoom, at: Instant) => ({ events: make(room, at) })
    const outcome = await outcomeOf({ by, cause, decide: decided })
    return outcome.kind === 'durable' ? outcome.entries : [outcome.entry]
  }

  const submit: Keeper['submit'] = (intent, by, cause) =>
    record((room, at) => decideIntent(room, intent, at), by, cause)

  const answer = async ({ commandId, command }: Envelope, by: Actor): Promise<CommandReply> => {
    const outcome = await outcomeOf({
      by,
      cause: commandId,
      decide(room, at) {
        const decision = decide(room, command, { by, at })
        switch (decision.outcome) {
          case 'accepted':
            return { events: decision.events }
          case 'agreed':
            return {
              events: [],
              reply: { result: 'ok', seq: room.seq, notice: decision.notice },
            }
          case 'refused':
            return { events: [], reply: { result: 'refused', refusal: decision.refusal } }
        }
      },
    })
    if (outcome.kind === 'taken-before') return done(outcome.entry.seq)
    return outcome.reply ?? done(outcome.seq)
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
        return await answer(envelope, by)
      } catch (error) {
        if (!(error instanceof NotStored))
          onFault(`The command ${envelope.commandId} failed`, error)
        return notStored(error instanceof NotStored ? error.message : explain(error))
      }
    },
    submit,
    record,
    read: journal.read,
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
      await journal.close()
    },
  }
}

const done = (seq: number): CommandReply => ({ result: 'ok', seq, notice: null })

const notStored = (trouble: string): CommandReply => ({
  result: 'refused',
  refusal: sentence(
    'not-stored',
    'The hub cannot store anything: {trouble}. Nothing was recorded.',
    { trouble },
  ),
})
