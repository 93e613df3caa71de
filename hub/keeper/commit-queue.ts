import type { Entry } from '../../shared/console/events'
import type { Journal, JournalHead } from '../../shared/journal/journal-port'
import type { Standing } from '../../shared/journal/proven-snapshot'
import { NotStored } from './keeper-port'

export interface CommitReport {
  readonly ok: boolean
  readonly entries: number
  readonly seconds: number
}

interface QueueParts {
  /** Most that may wait. */
  readonly limit: number
  onCommit(report: CommitReport): void
  /** A commit is durable; called before its waiters go on. */
  stored(entries: readonly Entry[]): void
  /** What a storage error means, in words for those who wait. */
  explain(error: unknown): string
  /** A commit was not stored, because of `trouble`; its waiters have been told. */
  failed(trouble: string): void
}

interface Waiting {
  readonly entries: readonly Entry[]
  readonly standing: Standing
  resolve(entries: readonly Entry[]): void
  reject(error: NotStored): void
}

/** Most entries in one commit: keeps the wait of an alarm behind a storm, and of the loop, to some tens of milliseconds. */
const entriesPerCommit = 1_000

/**
 * Entries on their way into the journal. All that are added in one turn of the event loop share a commit, and with it
 * one flush of the disk. When a commit fails nothing behind it can stand either: all who wait are told, and what is
 * accepted goes back to what is durable.
 */
export function createCommitQueue(journal: Journal, start: Standing, parts: QueueParts) {
  let durable = start
  let accepted = start
  let waiting: Waiting[] = []
  let scheduled = false
  let closed = false

  const commit = () => {
    const batch = waiting.splice(0, batchLength(waiting))
    const entries = batch.flatMap((item) => item.entries)
    const last = batch.at(-1)
    if (last === undefined) return
    const started = performance.now()
    const trouble = entries.length > 0 ? append(journal, entries, durable.head) : null
    const report = { entries: entries.length, seconds: (performance.now() - started) / 1_000 }
    if (entries.length > 0) parts.onCommit({ ok: trouble === null, ...report })
    if (trouble !== null) return giveUp([...batch, ...waiting], trouble.error)
    durable = last.standing
    if (entries.length > 0) parts.stored(entries)
    for (const item of batch) item.resolve(item.entries)
  }

  const giveUp = (items: readonly Waiting[], error: unknown) => {
    waiting = []
    accepted = durable
    // Whoever waits comes first: what else is told of it must not keep them waiting for ever by failing itself.
    const trouble = parts.explain(error)
    const told = new NotStored(trouble)
    for (const item of items) item.reject(told)
    parts.failed(trouble)
  }

  const schedule = () => {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      commit()
      if (waiting.length > 0) schedule()
    })
  }

  const wait = (entries: readonly Entry[], standing: Standing): Promise<readonly Entry[]> =>
    new Promise((resolve, reject) => {
      waiting.push({ entries, standing, resolve, reject })
      schedule()
    })

  return {
    durable: () => durable,
    /** With everything that waits: what to judge by. */
    accepted: () => accepted,
    /** Accepts entries that lead to `standing`; resolves with them when they are durable, else rejects with NotStored. */
    add(entries: readonly Entry[], standing: Standing): Promise<readonly Entry[]> {
      if (closed) return Promise.reject(new NotStored('the hub is stopping'))
      if (waiting.length >= parts.limit) return Promise.reject(new NotStored('too much is waiting to be stored'))
      accepted = standing
      return wait(entries, standing)
    },
    /** Resolves when all that is accepted now is durable; rejects when it turned out not to be. */
    settled: async (): Promise<void> => {
      if (waiting.length > 0) await wait([], accepted)
    },
    /** Commits what waits and takes no more. */
    close() {
      closed = true
      while (waiting.length > 0) commit()
    },
  }
}

function batchLength(waiting: readonly Waiting[]): number {
  let entries = 0
  let length = 0
  for (const item of waiting) {
    entries += item.entries.length
    if (length > 0 && entries > entriesPerCommit) break
    length += 1
  }
  return length
}

/** Null when stored, else what went wrong. */
function append(journal: Journal, entries: readonly Entry[], after: JournalHead): { readonly error: unknown } | null {
  try {
    const result = journal.append(entries, after)
    if (result.ok) return null
    return { error: new Error(`another program wrote to the journal, which now ends at ${result.conflict.seq}`) }
  } catch (error) {
    return { error }
  }
}
