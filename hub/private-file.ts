import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A file only this user may read. The files SQLite puts beside it get the same mode. (On Windows
 * the folder's rights apply.)
 */
export function privateFile(folder: string, name: string): string {
  const file = join(folder, name)
  closeSync(openSync(file, 'a', 0o600))
  return file
}
