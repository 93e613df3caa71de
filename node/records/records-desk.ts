import type { RecordsQuestion, RecordsState } from '../../shared/records/answer'
import type { Clock } from '../../shared/timeline/clock-port'
import { keepUp } from './keep-up'
import { openRecords } from './open-records'
import type { RecordsFiles } from './records-answers'
import { smallBatch } from './records-runner'

export interface RecordsDesk {
  /** The answer as JSON text; rejects when the records cannot be read. */
  ask(question: RecordsQuestion): Promise<string>
  state(): RecordsState
  /**
   * Call it when the journal has grown. The records take that in when there is nothing else to do.
   */
  grown(): void
  close(): Promise<void>
}

/**
 * Keeps the records in this process, a few milliseconds at a time, for one that has no thread to
 * spare.
 */
export function keepRecordsHere(files: RecordsFiles, clock: Clock): RecordsDesk {
  const records = openRecords({ ...files, batch: smallBatch })
  const keeping = keepUp(records, clock)
  keeping.grown()
  return {
    ask: async (question) => records.answer(question),
    state: records.state,
    grown: keeping.grown,
    async close() {
      keeping.stop()
      records.close()
    },
  }
}
