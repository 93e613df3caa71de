import type { AppendResult, Journal } from '../../shared/journal/journal-port'
import type { Standing } from '../../shared/journal/proven-snapshot'
import type { Written } from '../../shared/journal/recorder'
import type { Entry } from '../../shared/room/events'
import type { CommandReply } from '../../shared/wire/console-feed'
import { NotStored } from './keeper-port'
import type { Judged, Matter } from './matter'

export interface CommitReport {
  readonly ok: boolean
  readonly entries: number
  readonly seconds: number
}

export type Settled =
  | {
      readonly kind: 'durable'
      readonly entries: readonly Entry[]
      /** The seq of the room after it. */
      readonly seq: number
      readonly reply?: CommandReply | undefined
    }
  /** Its cause already took effect; this is the last entry of that time. */
  | { readonly kind: 'taken-before'; readonly entry: Entry }

type Outcome =
  | Settled
  /** Not decided: these entries of the past must be at hand first. */
  | { readonly kind: 'lacking'; readonly seqs: readonly number[] }

interface QueueParts {
  /** Most matters that may wait. */
  readonly limit: number
  readonly append: Journal['append']
  judge(matter: Matter, on: Standing): Judged
  /** Takes a standing on to the end of the journal after somebody else wrote to it. */
  goOn(
    from: Standing,
    came: (standing: Standing, entries: readonly Entry[]) => void,
  ): Promise<unknown>
  onCommit(report: CommitReport): void
  /** Called when entries are durable, before those who wait for them go on. */
  stored(entries: readonly Entry[]): void
  /** What a storage error means, in words for those who wait. */
  explain(error: unknown): string
  /** A commit was not stored, because of `trouble`; its waiters have been told. */
  failed(trouble: string): void
}

type Decision = Exclude<Judged, { readonly lacks: unknown }>

interface Asked {
  /** Null for somebody who only waits for the matters in front. */
  readonly matter: Matter | null
  resolve(outcome: Outcome): void
  reject(error: unknown): void
}
interface Waiting extends Asked {
  readonly decision: Decision
}

const nothing: Written = { entries: [], bodies: [] }

/**
 * Most entries in one commit: keeps an alarm behind a storm waiting no more than some tens of
 * milliseconds.
 */
const entriesPerCommit = 1_000
/**
 * How often in a row waiting matters are decided again because somebody else wrote first. Losing
 * that often means that the rival never pauses, so we report it rather than keep everybody waiting.
 */
const mostConflicts = 5

/**
 * Whatever comes in the same turn of the event loop shares a commit, and others get a turn between
 * two commits.
 */
const turn = () => new Promise<void>((resume) => setImmediate(resume))

/**
 * Matters on their way into the journal. Each is judged at once, on a room that includes everything
 * in front of it. One commit is under way at a time. All matters added meanwhile share the next
 * commit, and with it one flush of the disk. When a commit fails, nothing behind it can stand
 * either: all who wait are told, and the accepted room goes back to the durable one. When somebody
 * else wrote first, all waiting matters are judged again, in the same order, on the room as it now
 * is.
 */
export function createCommitQueue(start: Standing, parts: QueueParts) {
  let durable = start
  let accepted = start
  let waiting: Waiting[] = []
  /** On its way to the disk. */
  let underWay: Written = nothing
  let running: Promise<void> | null = null
  /** Matters added while we read what somebody else wrote. */
  let unjudged: Asked[] | null = null
  let conflicts = 0
  let closed = false

  const commit = async () => {
    const batch = waiting.splice(0, batchLength(waiting))
    if (batch.length === 0) return
    const written = joined(batch)
    const { entries } = written
    underWay = written
    const started = performance.now()
    const result = entries.length > 0 ? await tried(parts.append, written, durable) : stored
    underWay = nothing
    const ok = 'ok' in result && result.ok
    const seconds = (performance.now() - started) / 1_000
    if (entries.length > 0) parts.onCommit({ ok, entries: entries.length, seconds })
    if ('error' in result) return giveUp([...batch, ...waiting], result.error)
    if (!ok) {
      conflicts += 1
      await decideAgain([...batch, ...waiting])
      return
    }
    conflicts = 0
    durable = batch.at(-1)?.decision.standing ?? durable
    if (entries.length > 0) parts.stored(entries)
    for (const { decision, resolve } of batch) resolve(durably(decision))
  }

  const giveUp = (items: readonly Asked[], error: unknown) => {
    waiting = []
    accepted = durable
    conflicts = 0
    // Those who wait come first: a failure in another listener must not keep them waiting for ever.
    const trouble = parts.explain(error)
    const told = new NotStored(trouble)
    for (const item of items) item.reject(told)
    parts.failed(trouble)
  }

  /** Resolves with what kept it from going on, of which all who wait have been told; else null. */
  const decideAgain = async (items: readonly Asked[]): Promise<unknown> => {
    waiting = []
    unjudged = []
    const causes = new Map<string, Entry>()
    const failure = await parts
      .goOn(durable, (standing, entries) => {
        durable = standing
        for (const entry of entries) if (entry.cause !== null) causes.set(entry.cause, entry)
        parts.stored(entries)
      })
      .then(() => (conflicts > mostConflicts ? new Error(writtenByAnother) : null))
      .catch((error: unknown) => error)
    const all = [...items, ...unjudged]
    unjudged = null
    if (failure !== null) {
      giveUp(all, failure)
      return failure
    }
    accepted = durable
    for (const item of all) {
      const entry = causes.get(item.matter?.cause ?? '')
      if (entry) item.resolve({ kind: 'taken-before', entry })
      else judge(item)
    }
    return null
  }

  const judge = (item: Asked) => {
    try {
      const judged = item.matter
        ? parts.judge(item.matter, accepted)
        : { written: nothing, standing: accepted }
      if ('lacks' in judged) return item.resolve({ kind: 'lacking', seqs: judged.lacks })
      accepted = judged.standing
      // A matter that changes nothing waits for the entries it was judged by: we must not say "your
      // colleague was first" about something that then never happened.
      if (judged.written.entries.length === 0 && running === null)
        return item.resolve(durably(judged))
      waiting.push({ ...item, decision: judged })
      running ??= run()
    } catch (error) {
      item.reject(error)
    }
  }

  const run = async () => {
    while (waiting.length > 0) {
      await turn()
      await commit()
    }
    running = null
  }

  const ask = (matter: Matter | null): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const item = { matter, resolve, reject }
      if (unjudged) unjudged.push(item)
      else judge(item)
    })

  return {
    durable: () => durable,
    /** The standing with everything that waits: what to judge by. */
    accepted: () => accepted,
    /** An entry that is accepted and not durable yet. */
    unsaved(seq: number): Entry | undefined {
      const ofSeq = (entry: Entry) => entry.seq === seq
      return (
        underWay.entries.find(ofSeq) ??
        waiting.flatMap(({ decision }) => decision.written.entries).find(ofSeq)
      )
    },
    /**
     * Judges a matter. Resolves when its outcome is durable, and rejects with NotStored when it
     * cannot be made durable.
     */
    add(matter: Matter): Promise<Outcome> {
      if (closed) return Promise.reject(new NotStored('the hub is stopping'))
      if (waiting.length + (unjudged?.length ?? 0) >= parts.limit)
        return Promise.reject(new NotStored('too much is waiting to be stored'))
      return ask(matter)
    },
    /** Resolves when all that is accepted now is durable; rejects when that failed. */
    settled: async (): Promise<void> => {
      if (running !== null) await ask(null)
    },
    /**
     * Goes on to the end of the journal, unless another step already does. Rejects when the journal
     * does not continue what is durable here.
     */
    async catchUp(): Promise<void> {
      let failure: unknown = null
      running ??= decideAgain([]).then((why) => {
        failure = why
        return run()
      })
      await running
      if (failure !== null) throw failure
    },
    /** Takes no more matters; resolves when the waiting ones are committed. */
    async close(): Promise<void> {
      closed = true
      await running
    },
  }
}

/** Without the number of the last entry: words that change are announced again. */
export const writtenByAnother = 'another program writes to the journal'

const durably = ({ written, standing, reply }: Decision): Settled => ({
  kind: 'durable',
  entries: written.entries,
  seq: standing.head.seq,
  reply,
})

function joined(batch: readonly Waiting[]): Written {
  const [only] = batch
  if (batch.length === 1 && only) return only.decision.written
  return {
    entries: batch.flatMap(({ decision }) => decision.written.entries),
    bodies: batch.flatMap(({ decision }) => decision.written.bodies),
  }
}

function batchLength(waiting: readonly Waiting[]): number {
  let entries = 0
  let length = 0
  for (const { decision } of waiting) {
    entries += decision.written.entries.length
    if (length > 0 && entries > entriesPerCommit) break
    length += 1
  }
  return length
}

const stored: AppendResult = { ok: true }

async function tried(
  append: Journal['append'],
  { entries, bodies }: Written,
  after: Standing,
): Promise<AppendResult | { readonly error: unknown }> {
  try {
    return await append(entries, after.head, bodies)
  } catch (error) {
    return { error }
  }
}
