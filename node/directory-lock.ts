import { join } from 'node:path'
import { closeDatabase, isBusy, openDatabase, storageTrouble } from './sqlite'

/**
 * Makes a data directory this process' alone until the function it returns is called, or the
 * process ends in whatever way: the lock is the operating system's, so a kill leaves nothing
 * behind. Throws a sentence when another process has it, or when nothing can be written there.
 */
export function lockDirectory(directory: string): () => void {
  try {
    const database = openDatabase(join(directory, 'hub.lock'))
    // A write transaction that never ends: SQLite lets one connection have it.
    database.exec('BEGIN EXCLUSIVE')
    return () => {
      database.exec('ROLLBACK')
      closeDatabase(database)
    }
  } catch (error) {
    if (isBusy(error))
      throw new Error(`Another hub is running on ${directory}; only one may write there`)
    throw new Error(`Nothing can be stored in ${directory}: ${storageTrouble(error)}`)
  }
}
