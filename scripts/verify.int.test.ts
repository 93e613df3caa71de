import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openJournalFile } from '../node/journal-file'
import { sha256 } from '../node/sha256'
import { record } from '../shared/journal/recorder'
import { officer, raised } from '../shared/testing/builders'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-verify-'))
const file = join(folder, 'journal.db')
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  const journal = openJournalFile(file)
  const stamp = { by: officer, at: 1, notBefore: 0, cause: null }
  const events = ['a1', 'a2', 'a3'].map((id) => raised(id))
  journal.append(record(events, stamp, journal.head(), sha256), journal.head())
  journal.close()
})

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    '--import',
    'tsx',
    'scripts/verify.ts',
    ...args,
  ])
  return { status, text: `${stdout}${stderr}` }
}

describe('npm run verify', () => {
  it('ends with 0 and the count, for a data directory and for a file', () => {
    for (const given of [folder, file]) {
      const { status, text } = verify(given)
      expect(text).toMatch(
        /^Verified: 3 entries of .*journal\.db, 1 to 3 without a gap, ending with hash [0-9a-f]{64}/,
      )
      expect(status).toBe(0)
    }
  })

  it('ends with 1 and the first bad seq after one flipped bit', () => {
    const bytes = readFileSync(file)
    const at = bytes.indexOf('"alarmId":"a2"') + 12
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const flipped = join(folder, 'flipped.db')
    writeFileSync(flipped, bytes)
    const { status, text } = verify(flipped)
    expect(text).toContain('First bad seq: 2. Reason: entry 2 is not what was written')
    expect(status).toBe(1)
  })

  it('ends with 2 and a sentence when there is nothing to check', () => {
    expect(verify()).toMatchObject({
      status: 2,
      text: expect.stringContaining('Say what to verify'),
    })
    expect(verify(join(folder, 'absent'))).toMatchObject({
      status: 2,
      text: expect.stringContaining('There is no'),
    })
  })
})
