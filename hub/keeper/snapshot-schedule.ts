import { second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'

/** Entries between snapshots: bounds what has to be folded on opening to well below a second. */
const wanted = 10_000
/** Entries after which the snapshot is taken even in the middle of work. */
const overdue = 50_000
/**
 * Entries that are worth a snapshot at the end: fewer are folded faster than a snapshot is read.
 */
const worthAtEnd = 1_000
/**
 * Quiet time before a snapshot, ms: it costs half a second of a processor, which a storm has better
 * uses for.
 */
const quiet = 2 * second

export interface SnapshotSchedule {
  /** So many more entries are durable. */
  added(entries: number): void
  /** The hub is stopping: resolves when no snapshot is under way any more. */
  finish(): Promise<void>
}

/** Decides when snapshots are taken: after enough entries, when nothing has come for a while. */
export function scheduleSnapshots(
  clock: Clock,
  entriesSinceLast: number,
  save: () => Promise<void>,
): SnapshotSchedule {
  let since = entriesSinceLast
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
      since += entries
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
