import type { AnyEntry } from '../../shared/journal/entry'
import type { EntryPage, PageRequest } from '../../shared/journal/entry-page'
import type { RecordsState } from '../../shared/records/answer'
import { isDamaged, storageTrouble } from '../sqlite'
import type { RecordsStore } from './records-store'

export interface Batch {
  readonly limit: number
  readonly maxBytes: number
}
/** For its own thread: as fast as it goes. */
export const largeBatch: Batch = { limit: 5_000, maxBytes: 4 * 1024 * 1024 }
/** For a process with other work: a few milliseconds. */
export const smallBatch: Batch = { limit: 100, maxBytes: 64 * 1024 }

export interface RunnerParts {
  /** Opens the records; `anew` after damage. */
  readonly open: (anew: boolean) => RecordsStore
  readonly page: (request: PageRequest) => EntryPage
  readonly head: () => number
  readonly batch: Batch
}

/** Keeps a journal's records: whenever it is asked to, it takes in what is new, batch by batch. */
export interface RecordsRunner {
  /** Takes in one batch. True when there is more. Never throws, see `fault`. */
  step(): boolean
  state(): RecordsState
  close(): void
}

export function createRecordsRunner({ open, page, head, batch }: RunnerParts): RecordsRunner {
  let store: RecordsStore | null = null
  let fault: string | null = null
  let damaged = false

  function take(): boolean {
    store ??= open(damaged)
    damaged = false
    const from = store.seq()
    const { text, count } = page({ after: from, ...batch })
    if (count > 0) store.apply(entriesOf(text))
    return store.seq() < head()
  }

  return {
    step() {
      try {
        const more = take()
        fault = null
        return more
      } catch (error) {
        fault = `The records of the past are not kept: ${storageTrouble(error)}`
        damaged = isDamaged(error)
        closeQuietly(store)
        store = null
        return false
      }
    },
    state: () => ({ seq: store?.seq() ?? 0, head: head(), fault }),
    close() {
      closeQuietly(store)
      store = null
    },
  }
}

function closeQuietly(store: RecordsStore | null): void {
  try {
    store?.close()
  } catch {
    // Writing failed before, and nothing more needs to be done here.
  }
}

const entriesOf = (text: string): readonly AnyEntry[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AnyEntry)
