import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLog } from './log'

/** A disk without room, as Linux offers it for tests. */
const fullDisk = '/dev/full'

describe('The log', () => {
  it('is one JSON line per message, as much as the environment asks for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'navbatchi-log-'))
    const file = openSync(join(folder, 'log'), 'w')
    const log = createLog({ NAVBATCHI_LOG_LEVEL: 'warn' }, file)
    log.info('not wanted')
    log.warn({ err: new Error('the reason') }, 'wanted')
    closeSync(file)
    const lines = readFileSync(join(folder, 'log'), 'utf8').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'wanted', err: { message: 'the reason' } },
    ])
    rmSync(folder, { recursive: true })
  })

  it('hides what must not stand in it, should it ever be handed some', () => {
    const folder = mkdtempSync(join(tmpdir(), 'navbatchi-log-'))
    const file = openSync(join(folder, 'log'), 'w')
    const log = createLog({}, file)
    log.error(
      { key: 'hush', body: { word: 'hush' }, req: { headers: { authorization: 'Bearer hush' } } },
      'a request',
    )
    log.error(
      { err: Object.assign(new Error('failed'), { password: 'hush', request: { token: 'hush' } }) },
      'an error',
    )
    closeSync(file)
    const text = readFileSync(join(folder, 'log'), 'utf8')
    expect(text).toContain('a request')
    expect(text).toContain('an error')
    expect(text).not.toContain('hush')
    rmSync(folder, { recursive: true })
  })

  it.skipIf(!existsSync(fullDisk))('that cannot be written ends nothing', () => {
    const file = openSync(fullDisk, 'w')
    const log = createLog({}, file)
    expect(() => {
      for (let line = 0; line < 3; line += 1) log.error('The disk is full')
    }).not.toThrow()
    closeSync(file)
  })
})
