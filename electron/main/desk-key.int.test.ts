import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { signInSchema } from '../../shared/wire/sessions'
import { deskKeyFor, openDeskKey } from './desk-key'
import { silentLog } from './log'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-desk-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('A desk keeps its key, which is random and for its user alone, and makes a new one of a file that is none', () => {
  const file = join(folder, 'desk.key')
  const key = openDeskKey(file, silentLog)
  expect(openDeskKey(file, silentLog)).toBe(key)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  writeFileSync(file, 'torn')
  expect(openDeskKey(file, silentLog)).toMatch(/^[\w-]{43}$/)
  expect(openDeskKey(join(folder, 'absent', 'desk.key'), silentLog)).toMatch(/^[\w-]{43}$/)
})

it('Each hub is told a key of its own, in the form that hubs take', () => {
  const [one, other] = ['https://a', 'https://b'].map((hub) => deskKeyFor('key', hub))
  expect(one).not.toBe(other)
  expect(signInSchema.parse({ username: 'a', password: 'b', deskKey: one }).deskKey).toBe(one)
})
