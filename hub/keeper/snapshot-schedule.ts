import { second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'

/** Entries between snapshots. Keeps the folding on opening well below a second. */
const wanted = 10_000
/** Entries after which a snapshot is taken even while entries keep coming. */
const overdue = 50_000
/**
 * Fewest entries that are worth a snapshot at shutdown. Fewer are folded faster than a snapshot is
 * read.
 */
const worthAtEnd = 1_000
/**
 * Quiet time before a snapshot, ms. A snapshot takes half a second of a core, which a storm needs
 * more.
 */
const quiet = 2 * second

export interface SnapshotSchedule {
  /** Call it when that many more entries are durable. */
  added(entries: number): void
  /** Call it when the hub stops. Resolves when no snapshot is under way any more. */
  finish(): Promise<void>
}

/** Decides when snapshots are taken: after enough entries, once nothing has come for a while. */
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
