import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../node/sha256'
import { pagesOf } from '../shared/journal/entry-page'
import { createMemoryJournal } from '../shared/journal/memory-journal'
import { createManualClock } from '../shared/timeline/manual-clock'
import { signInSchema } from '../shared/wire/sessions'
import { type DoorsDeps, openDoors } from './doors'
import { openKeeper } from './keeper/keeper'
import { createReception } from './reception/reception'
import { openSecrets } from './secrets/secrets'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'navbatchi-doors-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const notAsked = () => Promise.reject(new Error('There are no records here'))
const noState = () => ({ seq: 0, head: 0, fault: null })

async function open(change: Partial<DoorsDeps>) {
  const clock = createManualClock(1_000)
  const journal = createMemoryJournal()
  const keeper = await openKeeper({ journal, clock, sha256 })
  const log = pino({ level: 'silent' })
  const registry = new Registry()
  const secrets = openSecrets({ dataDir, env: {}, log, registry })
  const reception = createReception({ keeper, clock, newId: randomUUID, registry, log })
  const here = { host: '127.0.0.1', port: 0, demo: false, env: {} }
  return openDoors({
    keeper,
    pages: pagesOf(journal),
    records: { ask: notAsked, state: noState, grown: () => {}, close: async () => {} },
    reception,
    secrets,
    clock,
    log,
    registry,
    dataDir,
    ...here,
    ...change,
  })
}

async function signIn(url: string, username: string, password: string): Promise<number> {
  const body = JSON.stringify({ username, password })
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`${url}/v1/sessions`, { method: 'POST', headers, body })).status
}

describe('the doors of a hub', () => {
  it('let demo users in on a demo hub, with the password the environment names', async () => {
    const doors = await open({ demo: true, env: { NAVBATCHI_DEMO_PASSWORD: 'another one' } })
    expect(await signIn(doors.url, 'demo-officer', 'another one')).toBe(200)
    expect(await signIn(doors.url, 'demo-officer', 'navbatchi-demo')).toBe(401)
    await doors.close()
  })
  it('know no demo users on any other hub', async () => {
    const doors = await open({ env: { NAVBATCHI_BOOTSTRAP_ADMIN: 'chief:correct horse' } })
    expect(await signIn(doors.url, 'chief', 'correct horse')).toBe(200)
    expect(await signIn(doors.url, 'demo-officer', 'navbatchi-demo')).toBe(401)
    await doors.close()
  })
  it('of a demo hub do not open to the network', async () => {
    await expect(open({ demo: true, host: '0.0.0.0' })).rejects.toThrow(/this machine only/)
  })
  it('do not open without the administrator that was asked for', async () => {
    await expect(open({ env: { NAVBATCHI_BOOTSTRAP_ADMIN: 'chief' } })).rejects.toThrow(
      /NAVBATCHI_BOOTSTRAP_ADMIN/,
    )
  })
  it.skipIf(process.platform === 'win32')(
    'keep hashes and sessions from other users of the machine',
    async () => {
      const doors = await open({})
      const files = readdirSync(dataDir).filter((name) => name.startsWith('accounts.db'))
      expect(files.map((name) => statSync(join(dataDir, name)).mode & 0o077)).toEqual(
        files.map(() => 0),
      )
      await doors.close()
    },
  )
  it('keep users and sessions over a restart', async () => {
    const env = { NAVBATCHI_BOOTSTRAP_ADMIN: 'chief:correct horse' }
    const first = await open({ env })
    const answer = await first.accounts.signIn(
      signInSchema.parse({ username: 'chief', password: 'correct horse' }),
      'desk',
    )
    await first.close()
    const second = await open({ env })
    expect(answer.ok && second.accounts.find(answer.session.token)?.actor.role).toBe('admin')
    await second.close()
  })
})
