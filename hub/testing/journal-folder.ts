import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for one test file's journals. It is removed when the last test has ended. */
export function journalFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'navbatchi-journals-'))
  let files = 0
  afterAll(() => rmSync(folder, { recursive: true }))
  return { newFile: () => join(folder, `${++files}.db`) }
}
