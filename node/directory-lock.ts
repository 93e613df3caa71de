import { join } from 'node:path'
import { because, sentence } from '../shared/lang/decision'
import { SaidError } from '../shared/lang/said-error'
import { closeDatabase, isBusy, openDatabase, storageSaid } from './sqlite'

/**
 * Reserves a data directory for this process until the returned function is called or the process
 * ends in any way. The lock is the operating system's, so a kill leaves nothing behind. Throws a
 * sentence when another process has it, or when the directory is not writable.
 */
export function lockDirectory(directory: string): () => void {
  try {
    const database = openDatabase(join(directory, 'hub.lock'))
    // A write transaction that never ends: SQLite lets only one connection have it.
    database.exec('BEGIN EXCLUSIVE')
    return () => {
      database.exec('ROLLBACK')
      closeDatabase(database)
    }
  } catch (error) {
    throw new SaidError(isBusy(error) ? runsAlready(directory) : nothingStored(directory, error))
  }
}

const runsAlready = (directory: string) =>
  sentence('hub-runs-already', 'Another hub is running on {directory}; only one may write there', {
    directory,
  })
const nothingStored = (directory: string, error: unknown) =>
  because('nothing-stored', 'Nothing can be stored in {directory}: {reason}', storageSaid(error), {
    directory,
  })
