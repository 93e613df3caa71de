import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { cipherOf } from '../../node/aes'
import type { Alarm } from '../../shared/alarms/alarm'
import type { WholeRoom } from '../../shared/room/room'
import type { QuarantineRow } from '../../shared/signals/quarantine'
import { ask } from '../api/testing/ask'
import { connectConsole, type TestConsole } from '../feed/testing/clients'
import { type Desk, signIn } from './desk'
import { type HubProcess, startHubProcess } from './hub-process'
import { datagramPanel, dialPanel, type Panel } from './panel'

const vaultKey = 'c4'.repeat(32)
export const password = 'long-enough-password'

export const accountKeys = {
  E128: { form: 'hex', key: '00112233445566778899aabbccddeeff' },
  E192: { form: 'characters', key: 'TwentyFourCharactersKey!' },
  E256: { form: 'hex', key: 'f0'.repeat(32) },
} as const
export type KeyedAccount = keyof typeof accountKeys

export const cipherOfAccount = (account: KeyedAccount) => {
  const { form, key } = accountKeys[account]
  return cipherOf(Buffer.from(key, form === 'hex' ? 'hex' : 'latin1'))
}

/**
 * Everything that must stand in no log, entry or answer: keys as typed and as bytes, the vault's
 * key, passwords.
 */
export const secretTexts: readonly string[] = [
  ...Object.values(accountKeys).flatMap(({ form, key }) => [
    key,
    Buffer.from(key, form === 'hex' ? 'hex' : 'latin1').toString('latin1'),
  ]),
  ...Object.values(accountKeys).map(({ key }) => Buffer.from(key, 'latin1').toString('hex')),
  vaultKey,
  password,
]

export const soon = { timeout: 20_000, interval: 50 }

/**
 * A duty unit with its own hub process: people at desks, a console that watches, and a panel on
 * each transport.
 */
export interface DutyUnit {
  /** Holds its files; the hub's data is in `data`. */
  readonly folder: string
  readonly data: string
  readonly admin: Desk
  readonly officer: Desk
  readonly supervisor: Desk
  hub(): HubProcess
  tcp(): Panel
  udp(): Panel
  room(): WholeRoom
  alarmsOf(account: string): readonly Alarm[]
  quarantineOf(account: string): readonly QuarantineRow[]
  metric(name: string): Promise<string>
  log(): string
  /**
   * Ends the hub and starts it again on the same data, with more options. Resolves with the exit
   * code.
   */
  restart(how: 'stop' | 'kill', args?: readonly string[]): Promise<number | null>
  close(): Promise<void>
}

export const siteIdOf = (account: string): string => `site-${account}`

export interface DutyUnitOptions {
  readonly receivers?: readonly object[]
  readonly args?: readonly string[]
}

/**
 * Sets up a unit whose administrator, officer and supervisor have signed in; it has no sites yet.
 */
export async function openDutyUnit({
  receivers = [],
  args = [],
}: DutyUnitOptions = {}): Promise<DutyUnit> {
  const folder = mkdtempSync(join(tmpdir(), 'navbatchi-unit-'))
  const data = join(folder, 'data')
  const receiversFile = join(folder, 'receivers.json')
  writeFileSync(receiversFile, JSON.stringify(receivers))
  let log = ''
  const start = (more: readonly string[]) =>
    startHubProcess({
      data,
      args: ['--receivers', receiversFile, ...more],
      env: {
        NAVBATCHI_BOOTSTRAP_ADMIN: `chief:${password}`,
        NAVBATCHI_SECRETS_KEY: vaultKey,
        NAVBATCHI_LOG_LEVEL: 'trace',
      },
      log: (text) => {
        log += text
      },
    })
  let hub = await start(args)
  const url = () => hub.http
  const admin = await signIn(url, 'chief', password)
  const register = async (role: 'officer' | 'supervisor') => {
    const { status } = await admin.ask('/v1/users', {
      body: { username: role, name: `Test ${role}`, role, password },
    })
    expect(status).toBe(201)
    return signIn(url, role, password)
  }
  const officer = await register('officer')
  const supervisor = await register('supervisor')
  let outside = await connectAll(hub, officer)
  const room = () => outside.console.room()
  const hangUp = () => {
    outside.console.socket.disconnect()
    outside.tcp.close()
    outside.udp.close()
  }
  return {
    folder,
    data,
    admin,
    officer,
    supervisor,
    hub: () => hub,
    tcp: () => outside.tcp,
    udp: () => outside.udp,
    room,
    alarmsOf: (account) =>
      [...room().alarms.values()].filter(({ siteId }) => siteId === siteIdOf(account)),
    quarantineOf: (account) => room().quarantine.newest.filter((row) => row.account === account),
    async metric(name) {
      const { text } = await ask(`${hub.http}/metrics`)
      return text.split('\n').find((line) => line.startsWith(`${name} `)) ?? ''
    },
    log: () => log,
    async restart(how, more = args) {
      hangUp()
      const code = how === 'stop' ? await hub.stop() : await hub.kill()
      hub = await start(more)
      outside = await connectAll(hub, officer)
      return code ?? null
    },
    async close() {
      hangUp()
      await hub.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

interface Outside {
  readonly console: TestConsole
  readonly tcp: Panel
  readonly udp: Panel
}

async function connectAll({ http, port }: HubProcess, { token }: Desk): Promise<Outside> {
  const console = connectConsole(http, { token, have: null })
  await vi.waitFor(() => expect(console.room().unit).not.toBeNull(), soon)
  return { console, tcp: await dialPanel(port), udp: await datagramPanel(port) }
}
