import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLog } from './log'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the log of a console', () => {
  const log = openLog(folder)
  const file = join(folder, 'console.log')

  it('says what happened in a sentence, and never a secret', () => {
    log.info({ token: 'secret-1', session: { password: 'secret-2' } }, 'Signed in')
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('Signed in')
    expect(text).not.toContain('secret')
  })
  it.skipIf(!existsSync('/dev/full'))('goes on silently when the disk is full', () => {
    const full = mkdtempSync(join(folder, 'full-'))
    symlinkSync('/dev/full', join(full, 'console.log'))
    const onFullDisk = openLog(full)
    for (let line = 0; line < 3_000; line++) onFullDisk.info({}, 'x'.repeat(5_000))
  })
  it('does not fill the disk', () => {
    const long = 'x'.repeat(100_000)
    for (let line = 0; line < 250; line++) log.info({}, long)
    expect(statSync(file).size).toBeLessThan(9_000_000)
    expect(existsSync(join(folder, 'console.1.log'))).toBe(true)
    log.info({}, 'Still written')
    expect(readFileSync(file, 'utf8')).toContain('Still written')
  })
})
