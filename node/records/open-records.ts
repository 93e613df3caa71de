import type { Projection } from '../../shared/records/projection'
import { projections as all } from '../../shared/records/projections'
import { openJournalBeside } from './journal-beside'
import { openRecordsAnswers, type RecordsAnswers, type RecordsFiles } from './records-answers'
import { type Batch, createRecordsRunner, type RecordsRunner } from './records-runner'
import { openRecordsStore } from './records-store'

export interface KeepingParts extends RecordsFiles {
  readonly batch: Batch
  readonly projections?: readonly Projection[]
}

/** The writing side of records: reads the journal, writes the file. */
export function openRecordsRunner(parts: KeepingParts): RecordsRunner {
  const { journalFile, file, batch, projections = all } = parts
  const journal = openJournalBeside(journalFile)
  const { page, head, hashOf } = journal
  const open = (anew: boolean) => openRecordsStore({ file, projections, hashOf }, anew)
  const runner = createRecordsRunner({ open, page, head, batch })
  return {
    ...runner,
    close() {
      runner.close()
      journal.close()
    },
  }
}

/** Both sides in one process, for one that has no thread to spare. */
export function openRecords(parts: KeepingParts): RecordsRunner & RecordsAnswers {
  const runner = openRecordsRunner(parts)
  const answers = openRecordsAnswers(parts)
  return {
    ...runner,
    answer: answers.answer,
    close() {
      answers.close()
      runner.close()
    },
  }
}
