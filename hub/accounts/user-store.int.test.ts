import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../node/sqlite'
import { demoUsers } from './demo-users'
import { createPasswordHasher, nobodysHash } from './password-hash'
import { actorOf, createUserStore, type NewUser, UsernameTaken } from './user-store'

const officer: NewUser = { username: 'officer-1', name: 'Officer 1', role: 'officer', password: 'correct horse' }
const emptyStore = () => {
  const database = openDatabase(':memory:')
  return { database, users: createUserStore(database, createPasswordHasher()) }
}

describe('the users of a hub', () => {
  it('lets in whoever knows the password, whatever the case of the name', async () => {
    const { users } = emptyStore()
    await users.addUser(officer)
    expect(await users.check(' Officer-1', 'correct horse')).toEqual({
      username: 'officer-1',
      name: 'Officer 1',
      role: 'officer',
    })
    expect(await users.check('officer-1', 'Correct horse')).toBeNull()
  })
  it('keeps argon2id hashes and no password', async () => {
    const { users, database } = emptyStore()
    await users.addUser(officer)
    const row = database.prepare('SELECT password FROM users').get() as { password: string }
    expect(row.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  })
  it('spends the same work on a name that does not exist', async () => {
    const { users } = emptyStore()
    expect(nobodysHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    const before = process.cpuUsage()
    expect(await users.check('nobody', 'guess')).toBeNull()
    const { user, system } = process.cpuUsage(before)
    // 64 MiB three times over cannot be done in 20 ms on any machine of today; returning at once takes none.
    expect(user + system).toBeGreaterThan(20_000)
  })
  it('refuses a name that is in use', async () => {
    const { users } = emptyStore()
    const outcomes = await Promise.allSettled([users.addUser(officer), users.addUser(officer)])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused.map((outcome) => outcome.reason)).toEqual([expect.any(UsernameTaken)])
  })
  it('takes the new password and no longer the old one after a change', async () => {
    const { users } = emptyStore()
    await users.addUser(officer)
    expect(await users.changePassword('officer-1', 'battery staple')).toBe(true)
    expect(await users.check('officer-1', 'correct horse')).toBeNull()
    expect(await users.check('officer-1', 'battery staple')).not.toBeNull()
    expect(await users.changePassword('nobody', 'battery staple')).toBe(false)
  })
})

describe('the users of a demo hub', () => {
  it('share one hash, which is made once and again only when the password changed', async () => {
    const { users, database } = emptyStore()
    const hashes = () => database.prepare('SELECT DISTINCT password FROM users').all() as { password: string }[]
    await users.ensureAll(demoUsers, 'navbatchi-demo')
    const first = hashes()
    expect(first).toHaveLength(1)
    await users.ensureAll(demoUsers, 'navbatchi-demo')
    expect(hashes()).toEqual(first)
    await users.ensureAll(demoUsers, 'another password')
    expect(hashes()).not.toEqual(first)
    expect(await users.check('demo-trainer', 'another password')).toMatchObject({ role: 'trainer' })
  })
  it('have a fleet among them that is no person and has no role', () => {
    const fleet = demoUsers.find((user) => user.role === 'fleet')
    expect(fleet && actorOf(fleet)).toEqual({ kind: 'system', id: 'demo-fleet', name: 'Demo fleet' })
  })
})
