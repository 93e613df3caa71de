import { second } from '../../shared/lang/instant'
import type { Entry } from '../../shared/room/events'
import type { Clock } from '../../shared/timeline/clock-port'

/**
 * What folding an entry on opening costs, in entries of the usual size. One that registers a
 * thousand sites counts as a thousand.
 */
export const foldingWeight = (entry: Pick<Entry, 'type' | 'data'>): number =>
  entry.type === 'sites-registered' && 'sites' in entry.data ? entry.data.sites.length : 1

/** Weight between snapshots. Keeps the folding on opening well below a second. */
const wanted = 10_000
/** Weight after which a snapshot is taken even while entries keep coming. */
const overdue = 50_000
/**
 * The least weight that is worth a snapshot at shutdown. Less is folded faster than a snapshot is
 * read.
 */
const worthAtEnd = 1_000
/**
 * Quiet time before a snapshot, ms. A snapshot takes half a second of a core, which a storm needs
 * more.
 */
const quiet = 2 * second

export interface SnapshotSchedule {
  /** Call it when these entries are durable. */
  added(entries: readonly Entry[]): void
  /** Call it when the hub stops. Resolves when no snapshot is under way any more. */
  finish(): Promise<void>
}

/** Decides when snapshots are taken: after enough entries, once nothing has come for a while. */
export function scheduleSnapshots(
  clock: Clock,
  weightSinceLast: number,
  save: () => Promise<void>,
): SnapshotSchedule {
  let since = weightSinceLast
  let saving: Promise<void> | null = null
  let cancel: (() => void) | null = null
  const take = () => {
    cancel?.()
    cancel = null
    since = 0
    saving = save().finally(() => {
      saving = null
    })
  }
  return {
    added(entries) {
      for (const entry of entries) since += foldingWeight(entry)
      if (since < wanted || saving) return
      if (since >= overdue) return take()
      cancel?.()
      cancel = clock.after(quiet, take)
    },
    async finish() {
      cancel?.()
      await saving
      if (since < worthAtEnd) return
      take()
      await saving
    },
  }
}
