import { z } from 'zod'
import { type Database, inTransaction } from '../../node/sqlite'
import { type Actor, type Role, roleSchema } from '../../shared/accounts/actor'
import { type Username, usernameSchema } from '../../shared/accounts/username'
import { plainLineSchema } from '../../shared/lang/plain-line'
import type { PasswordHasher, Standing } from './password-hash'

/**
 * A person's role, or `fleet`: the tracking system whose devices speak for the teams they ride
 * with.
 */
export const userRoleSchema = z.enum([...roleSchema.options, 'fleet'])
export type UserRole = z.output<typeof userRoleSchema>

/** At least 8 characters, and no rule about their kinds (NIST SP 800-63B). */
export const newPasswordSchema = z
  .string()
  .min(8, 'a password needs at least 8 characters')
  .max(200)

/**
 * What a new user needs. The sign-in name is also the user's id: it stands on every entry, and is
 * never given to anybody else.
 */
export const newUserSchema = z.object({
  username: usernameSchema,
  name: plainLineSchema(120).min(1, 'a name to show is needed'),
  role: userRoleSchema,
  password: newPasswordSchema,
})
export type NewUser = z.output<typeof newUserSchema>

export interface User {
  readonly username: Username
  readonly name: string
  readonly role: UserRole
}
export interface ListedUser extends User {
  readonly disabled: boolean
}

/**
 * Name and password matched. Hashing takes a while, so the proof may no longer hold when it is
 * used.
 */
export interface Proof {
  readonly user: User
  /** `changed`: the password or the role is no longer the one that was proven. */
  now(): 'holds' | 'disabled' | 'changed'
}

const schema = `
CREATE TABLE IF NOT EXISTS users (
  username TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID`

interface UserRow extends User {
  readonly password: string
  readonly disabled: 0 | 1
}
const columns = 'username, name, role, password, disabled'

/**
 * The users of a hub, in a database of their own. They never stand in the journal: a journal is
 * handed on and kept for years, while passwords and their hashes must be changeable and
 * forgettable.
 */
export function createUserStore(database: Database, hasher: PasswordHasher) {
  database.exec(schema)
  addDisabledColumn(database)
  const find = database.prepare(`SELECT ${columns} FROM users WHERE username = ?`)
  const all = database.prepare(`SELECT ${columns} FROM users ORDER BY username`)
  const insert = database.prepare(
    'INSERT INTO users (username, name, role, password) VALUES (?, ?, ?, ?)',
  )
  const upsert = database.prepare(
    `INSERT INTO users (username, name, role, password) VALUES (?, ?, ?, ?)
     ON CONFLICT (username) DO UPDATE SET
       name = excluded.name, role = excluded.role, password = excluded.password, disabled = 0`,
  )
  const setPassword = database.prepare('UPDATE users SET password = ? WHERE username = ?')
  const setRole = database.prepare('UPDATE users SET role = ? WHERE username = ?')
  const setDisabled = database.prepare('UPDATE users SET disabled = ? WHERE username = ?')
  const rowOf = (username: Username) => find.get(username) as UserRow | undefined

  return {
    isEmpty: (): boolean => database.prepare('SELECT 1 FROM users LIMIT 1').get() === undefined,
    has: (username: Username): boolean => rowOf(username) !== undefined,
    get(username: Username): ListedUser | null {
      const row = rowOf(username)
      return row ? listed(row) : null
    },
    list: (): ListedUser[] => (all.all() as UserRow[]).map(listed),

    hash: (password: string): Promise<string> => hasher.hash(password),

    insert({ username, name, role }: User, hash: string): void {
      insert.run(username, name, role, hash)
    },

    /**
     * What name and password prove, or null; a name that does not exist takes as long as a wrong
     * password.
     */
    async check(username: Username, password: string, standing: Standing): Promise<Proof | null> {
      const row = rowOf(username)
      const fits = await hasher.matches(password, row?.password ?? null, standing)
      if (!fits || !row) return null
      return {
        user: plain(row),
        now() {
          const newest = rowOf(username)
          if (newest?.password !== row.password || newest.role !== row.role) return 'changed'
          return newest.disabled ? 'disabled' : 'holds'
        },
      }
    },

    setPassword: (username: Username, hash: string) => void setPassword.run(hash, username),
    setRole: (username: Username, role: UserRole) => void setRole.run(role, username),
    setDisabled: (username: Username, disabled: boolean) =>
      void setDisabled.run(disabled ? 1 : 0, username),

    /**
     * Users who share one known password (demo only). It is hashed once, and only when it is not
     * theirs already.
     */
    async ensureAll(users: readonly User[], password: string): Promise<void> {
      const rows = users.map((user) => rowOf(user.username))
      const shared = rows[0]?.password
      const asWanted =
        shared !== undefined && rows.every((row) => row?.password === shared && !row.disabled)
      if (asWanted && (await hasher.matches(password, shared, 'known-desk'))) return
      const hash = await hasher.hash(password)
      inTransaction(database, () => {
        for (const { username, name, role } of users) upsert.run(username, name, role, hash)
      })
    },
  }
}
export type UserStore = ReturnType<typeof createUserStore>

const plain = ({ username, name, role }: UserRow): User => ({ username, name, role })
const listed = (row: UserRow): ListedUser => ({ ...plain(row), disabled: row.disabled === 1 })

/** A file of an earlier version has no such column. */
function addDisabledColumn(database: Database): void {
  const names = database.prepare('PRAGMA table_info(users)').all() as { readonly name: string }[]
  if (names.some(({ name }) => name === 'disabled')) return
  database.exec('ALTER TABLE users ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0')
}

/**
 * The user as named on entries. A fleet is not a person and has no role: `decide` refuses it every
 * command.
 */
export function actorOf({ username, name, role }: User, desk?: string): Actor {
  if (role === 'fleet') return { kind: 'system', id: username, name }
  return {
    kind: 'officer',
    id: username,
    name,
    role: role satisfies Role,
    ...(desk ? { desk } : {}),
  }
}
