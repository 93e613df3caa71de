import type { AppendResult, JournalHead } from '../../shared/journal/journal-port'
import type { Standing } from '../../shared/journal/proven-snapshot'
import type { Written } from '../../shared/journal/recorder'
import type { Entry } from '../../shared/room/events'
import { NotStored } from './keeper-port'

export interface CommitReport {
  readonly ok: boolean
  readonly entries: number
  readonly seconds: number
}

export type AppendDurably = (written: Written, after: JournalHead) => Promise<AppendResult>

interface QueueParts {
  /** Most that may wait. */
  readonly limit: number
  /**
   * Stores what follows `after` and resolves when it is durable; rejects when it cannot be stored.
   */
  append: AppendDurably
  onCommit(report: CommitReport): void
  /** A commit is durable; called before its waiters go on. */
  stored(entries: readonly Entry[]): void
  /** What a storage error means, in words for those who wait. */
  explain(error: unknown): string
  /** A commit was not stored, because of `trouble`; its waiters have been told. */
  failed(trouble: string): void
}

interface Waiting {
  readonly written: Written
  readonly standing: Standing
  resolve(entries: readonly Entry[]): void
  reject(error: NotStored): void
}

const nothing: Written = { entries: [], bodies: [] }

/**
 * Most entries in one commit: keeps the wait of an alarm behind a storm to some tens of
 * milliseconds.
 */
const entriesPerCommit = 1_000

/**
 * What comes in the same turn of the event loop shares a commit; and between two commits others
 * have a turn.
 */
const turn = () => new Promise<void>((resume) => setImmediate(resume))

/**
 * Entries on their way into the journal. One commit is under way at a time; all that are added
 * meanwhile share the next, and with it one flush of the disk. When a commit fails nothing behind
 * it can stand either: all who wait are told, and what is accepted goes back to what is durable.
 */
export function createCommitQueue(start: Standing, parts: QueueParts) {
  let durable = start
  let accepted = start
  let waiting: Waiting[] = []
  /** On its way to the disk. */
  let underWay: Written = nothing
  let running: Promise<void> | null = null
  let closed = false

  const commit = async () => {
    const batch = waiting.splice(0, batchLength(waiting))
    const last = batch.at(-1)
    if (last === undefined) return
    const written = joined(batch)
    const { entries } = written
    underWay = written
    const started = performance.now()
    const trouble = entries.length > 0 ? await append(parts.append, written, durable.head) : null
    underWay = nothing
    const report = { entries: entries.length, seconds: (performance.now() - started) / 1_000 }
    if (entries.length > 0) parts.onCommit({ ok: trouble === null, ...report })
    if (trouble !== null) return giveUp([...batch, ...waiting], trouble.error)
    durable = last.standing
    if (entries.length > 0) parts.stored(entries)
    for (const item of batch) item.resolve(item.written.entries)
  }

  const giveUp = (items: readonly Waiting[], error: unknown) => {
    waiting = []
    accepted = durable
    // Whoever waits comes first: what else is told of it must not keep them waiting for ever by
    // failing itself.
    const trouble = parts.explain(error)
    const told = new NotStored(trouble)
    for (const item of items) item.reject(told)
    parts.failed(trouble)
  }

  const run = async () => {
    while (waiting.length > 0) {
      await turn()
      await commit()
    }
    running = null
  }

  const wait = (written: Written, standing: Standing): Promise<readonly Entry[]> =>
    new Promise((resolve, reject) => {
      waiting.push({ written, standing, resolve, reject })
      running ??= run()
    })

  return {
    durable: () => durable,
    /** With everything that waits: what to judge by. */
    accepted: () => accepted,
    /** An entry that is accepted and not durable yet. */
    unsaved(seq: number): Entry | undefined {
      const ofSeq = (entry: Entry) => entry.seq === seq
      return (
        underWay.entries.find(ofSeq) ??
        waiting.flatMap(({ written }) => written.entries).find(ofSeq)
      )
    },
    /**
     * Accepts entries that lead to `standing`; resolves with them when they are durable, else
     * rejects with NotStored.
     */
    add(written: Written, standing: Standing): Promise<readonly Entry[]> {
      if (closed) return Promise.reject(new NotStored('the hub is stopping'))
      if (waiting.length >= parts.limit)
        return Promise.reject(new NotStored('too much is waiting to be stored'))
      accepted = standing
      return wait(written, standing)
    },
    /** Resolves when all that is accepted now is durable; rejects when it turned out not to be. */
    settled: async (): Promise<void> => {
      if (running !== null) await wait(nothing, accepted)
    },
    /** Takes no more; resolves when what waits is committed. */
    async close(): Promise<void> {
      closed = true
      await running
    },
  }
}

function joined(batch: readonly Waiting[]): Written {
  const [only] = batch
  if (batch.length === 1 && only) return only.written
  return {
    entries: batch.flatMap(({ written }) => written.entries),
    bodies: batch.flatMap(({ written }) => written.bodies),
  }
}

function batchLength(waiting: readonly Waiting[]): number {
  let entries = 0
  let length = 0
  for (const item of waiting) {
    entries += item.written.entries.length
    if (length > 0 && entries > entriesPerCommit) break
    length += 1
  }
  return length
}

/** Null when stored, else what went wrong. */
async function append(
  store: AppendDurably,
  written: Written,
  after: JournalHead,
): Promise<{ readonly error: unknown } | null> {
  try {
    const result = await store(written, after)
    if (result.ok) return null
    return {
      error: new Error(
        `another program wrote to the journal, which now ends at ${result.conflict.seq}`,
      ),
    }
  } catch (error) {
    return { error }
  }
}
