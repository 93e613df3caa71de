import { pino } from 'pino'
import { beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../node/sha256'
import { openDatabase } from '../../node/sqlite'
import type { Journal } from '../../shared/journal/journal-port'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { signInSchema } from '../../shared/wire/sessions'
import { openKeeper } from '../keeper/keeper'
import { createAccounts } from './accounts'

async function openAccounts(change: Partial<Journal> = {}) {
  const clock = createManualClock(1_000)
  const keeper = await openKeeper({
    journal: { ...createMemoryJournal(), ...change },
    clock,
    sha256,
  })
  const database = openDatabase(':memory:')
  const accounts = createAccounts({
    database,
    clock,
    elapsed: clock.now,
    keeper,
    log: pino({ level: 'silent' }),
  })
  return { keeper, accounts }
}

const signIn = (username: string, password: string) => signInSchema.parse({ username, password })
const right = signIn('demo-officer', 'navbatchi-demo')
const wrong = signIn('demo-officer', 'guess')

describe('the doors of a hub that starts', () => {
  let hub: Awaited<ReturnType<typeof openAccounts>>
  beforeEach(async () => {
    hub = await openAccounts()
  })

  it('keep whoever signs in waiting until the first users are there', async () => {
    const preparing = hub.accounts.prepare({ demoPassword: 'navbatchi-demo' })
    expect(await hub.accounts.signIn(right, 'desk')).toMatchObject({ ok: true })
    await preparing
  })
  it('open at once for the console the hub is embedded in', async () => {
    const { token, actor } = await hub.accounts.openDemoSession('officer')
    expect(actor).toEqual({
      kind: 'officer',
      id: 'demo-officer',
      name: 'Demo officer',
      role: 'officer',
    })
    expect(hub.accounts.find(token)).toMatchObject({ kind: 'person', actor })
  })
  it('make the bootstrap administrator once only', async () => {
    await hub.accounts.prepare({ bootstrapAdmin: 'chief:correct horse' })
    await hub.accounts.prepare({ bootstrapAdmin: 'other:correct horse' })
    expect(await hub.accounts.signIn(signIn('other', 'correct horse'), 'desk')).toMatchObject({
      ok: false,
    })
  })
  it('stay shut with a sentence when the bootstrap text is no name and password', async () => {
    await expect(hub.accounts.prepare({ bootstrapAdmin: 'chief' })).rejects.toThrow(
      'NAVBATCHI_BOOTSTRAP_ADMIN',
    )
  })
  it('tell the journal who was registered, without any secret', async () => {
    await hub.accounts.prepare({ demoPassword: 'navbatchi-demo' })
    const entries = await hub.keeper.read(0, 100)
    expect(entries).toHaveLength(6)
    expect(new Set(entries.map((entry) => entry.type))).toEqual(new Set(['user-registered']))
    expect(JSON.stringify(entries)).not.toMatch(/argon2|navbatchi-demo/)
  })
})

describe('signing in', () => {
  it('is not guessed at faster by guessing all at once', async () => {
    const { accounts } = await openAccounts()
    await accounts.prepare({ demoPassword: 'navbatchi-demo' })
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => accounts.signIn(wrong, 'desk')),
    )
    const codes = answers.map((answer) => (answer.ok ? 'in' : answer.code))
    expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too-many-failures')).toHaveLength(7)
  })
  it('works while nothing can be stored, since the room must stay readable', async () => {
    let full = false
    const memory = createMemoryJournal()
    const { accounts, keeper } = await openAccounts({
      ...memory,
      append: async (entries, after) => {
        if (full) throw new Error('the disk is full')
        return memory.append(entries, after)
      },
    })
    await accounts.prepare({ demoPassword: 'navbatchi-demo' })
    full = true
    expect(await accounts.signIn(right, 'desk')).toMatchObject({ ok: true })
    expect(keeper.storage().ok).toBe(false)
  })
  it('is needed again everywhere once the password was changed', async () => {
    const { accounts } = await openAccounts()
    await accounts.prepare({ demoPassword: 'navbatchi-demo' })
    const before = await accounts.signIn(right, 'desk')
    const admin = accounts.find((await accounts.openDemoSession('admin')).token)
    if (!admin) throw new Error('There is no administrator')
    await accounts.changes.resetPassword(admin, right.username, 'battery staple')
    expect(before.ok && accounts.find(before.session.token)).toBeNull()
    expect(await accounts.signIn(right, 'desk')).toMatchObject({
      ok: false,
      code: 'wrong-password',
    })
  })
  it('with the old password opens nothing when the change lands while it is being looked at', async () => {
    const { accounts } = await openAccounts()
    await accounts.prepare({ demoPassword: 'navbatchi-demo' })
    const admin = accounts.find((await accounts.openDemoSession('admin')).token)
    if (!admin) throw new Error('There is no administrator')
    const disabling = accounts.changes.setDisabled(admin, right.username, true)
    const [answer] = await Promise.all([accounts.signIn(right, 'desk'), disabling])
    expect(answer.ok).toBe(false)
  })
})

describe('a first administrator', () => {
  it('is not made while that cannot be recorded, and the hub starts all the same', async () => {
    const full = () => {
      throw new Error('the disk is full')
    }
    const { accounts } = await openAccounts({ append: full })
    await accounts.prepare({ bootstrapAdmin: 'chief:correct horse' })
    expect(accounts.list()).toEqual([])
  })
})
