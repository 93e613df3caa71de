import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export function journalFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'navbatchi-journals-'))
  let files = 0
  afterAll(() => rmSync(folder, { recursive: true }))
  return { newFile: () => join(folder, `${++files}.db`) }
}
