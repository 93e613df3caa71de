import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../node/sqlite'
import { usernameSchema } from '../../shared/accounts/username'
import { demoUsers } from './demo-users'
import { createPasswordHasher, nobodysHash } from './password-hash'
import { actorOf, createUserStore, type User } from './user-store'

const named = (name: string) => usernameSchema.parse(name)
const officer: User = { username: named('officer-1'), name: 'Officer 1', role: 'officer' }
const emptyStore = () => {
  const database = openDatabase(':memory:')
  return { database, users: createUserStore(database, createPasswordHasher()) }
}
async function storeWithOfficer() {
  const store = emptyStore()
  store.users.insert(officer, await store.users.hash('correct horse'))
  const check = async (name: string, password: string) =>
    (await store.users.check(named(name), password, 'stranger'))?.user ?? null
  return { ...store, check }
}

describe('the users of a hub', () => {
  it('lets in whoever knows the password, whatever the case of the name', async () => {
    const { check } = await storeWithOfficer()
    expect(await check(' Officer-1', 'correct horse')).toEqual({
      username: 'officer-1',
      name: 'Officer 1',
      role: 'officer',
    })
    expect(await check('officer-1', 'Correct horse')).toBeNull()
  })
  it('keeps argon2id hashes and no password', async () => {
    const { database } = await storeWithOfficer()
    const row = database.prepare('SELECT password FROM users').get() as { password: string }
    expect(row.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  })
  it('spends the same work on a name that does not exist', async () => {
    const { users } = emptyStore()
    expect(nobodysHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    const before = process.cpuUsage()
    expect(await users.check(named('nobody'), 'guess', 'stranger')).toBeNull()
    const { user, system } = process.cpuUsage(before)
    // No machine of today does 64 MiB three times over in 20 ms; returning at once takes none.
    expect(user + system).toBeGreaterThan(20_000)
  })
  it('refuses a name that is in use', async () => {
    const { users } = await storeWithOfficer()
    expect(() => users.insert(officer, 'hash')).toThrow(/UNIQUE/)
  })
  it('takes the new password and no longer the old one after a change', async () => {
    const { users, check } = await storeWithOfficer()
    const before = await users.check(officer.username, 'correct horse', 'stranger')
    users.setPassword(officer.username, await users.hash('battery staple'))
    expect(before?.now()).toBe('changed')
    expect(await check('officer-1', 'correct horse')).toBeNull()
    expect(await check('officer-1', 'battery staple')).not.toBeNull()
  })
  it('says of a right password that its user is disabled', async () => {
    const { users } = await storeWithOfficer()
    const before = await users.check(officer.username, 'correct horse', 'stranger')
    users.setDisabled(officer.username, true)
    expect(before?.now()).toBe('disabled')
    expect(users.list()).toEqual([{ ...officer, disabled: true }])
  })
  it('reads a file of an earlier version, whose users are all enabled', () => {
    const database = openDatabase(':memory:')
    database.exec(`CREATE TABLE users (username TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL,
      password TEXT NOT NULL) STRICT, WITHOUT ROWID; INSERT INTO users VALUES ('officer-1', 'Officer 1', 'officer', 'x')`)
    const users = createUserStore(database, createPasswordHasher())
    expect(users.list()).toEqual([{ ...officer, disabled: false }])
  })
})

describe('the users of a demo hub', () => {
  it('share one hash, which is made once and again only when the password changed', async () => {
    const { users, database } = emptyStore()
    const hashes = () =>
      database.prepare('SELECT DISTINCT password FROM users').all() as { password: string }[]
    await users.ensureAll(demoUsers, 'navbatchi-demo')
    const first = hashes()
    expect(first).toHaveLength(1)
    await users.ensureAll(demoUsers, 'navbatchi-demo')
    expect(hashes()).toEqual(first)
    await users.ensureAll(demoUsers, 'another password')
    expect(hashes()).not.toEqual(first)
    expect(
      (await users.check(named('demo-trainer'), 'another password', 'stranger'))?.user,
    ).toMatchObject({
      role: 'trainer',
    })
  })
  it('have a fleet among them that is no person and has no role', () => {
    const fleet = demoUsers.find((user) => user.role === 'fleet')
    expect(fleet && actorOf(fleet)).toEqual({
      kind: 'system',
      id: 'demo-fleet',
      name: 'Demo fleet',
    })
  })
})
