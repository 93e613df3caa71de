import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A file only this user may read; what SQLite puts beside it follows its mode. (Windows keeps the
 * folder's rights.)
 */
export function privateFile(folder: string, name: string): string {
  const file = join(folder, name)
  closeSync(openSync(file, 'a', 0o600))
  return file
}
