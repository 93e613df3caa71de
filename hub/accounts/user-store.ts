import { z } from 'zod'
import { type Database, inTransaction } from '../../node/sqlite'
import { type Actor, type Role, roleSchema } from '../../shared/accounts/actor'
import type { PasswordHasher } from './password-hash'

/** A person's role, or `fleet`: the tracking system whose devices speak for the teams they sit in. */
export const userRoleSchema = z.enum([...roleSchema.options, 'fleet'])
export type UserRole = z.output<typeof userRoleSchema>

/** The name one signs in with is also the user's id: it stands on every entry, readable, and is never given away again. */
const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/, 'a name of 1 to 40 letters, digits or . _ - to sign in with')

/** What a new user needs. Passwords: at least 8 characters, and nothing asked of their kind (NIST SP 800-63B). */
export const newUserSchema = z.object({
  username: usernameSchema,
  name: z.string().trim().min(1, 'a name to show is needed').max(120),
  role: userRoleSchema,
  password: z.string().min(8, 'a password needs at least 8 characters').max(200),
})
export type NewUser = z.output<typeof newUserSchema>

export interface User {
  readonly username: string
  readonly name: string
  readonly role: UserRole
}

/** Thrown when the name to sign in with is in use. */
export class UsernameTaken extends Error {}

const schema = `
CREATE TABLE IF NOT EXISTS users (
  username TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT NOT NULL
) STRICT, WITHOUT ROWID`

interface UserRow extends User {
  readonly password: string
}

/**
 * The users of a hub, in a database of their own: never in the journal, since a journal is handed on and kept for
 * years, and passwords (their hashes too) must be changeable and forgettable.
 */
export function createUserStore(database: Database, hasher: PasswordHasher) {
  database.exec(schema)
  const find = database.prepare('SELECT username, name, role, password FROM users WHERE username = ?')
  const insert = database.prepare('INSERT INTO users (username, name, role, password) VALUES (?, ?, ?, ?)')
  const upsert = database.prepare(
    `INSERT INTO users (username, name, role, password) VALUES (?, ?, ?, ?)
     ON CONFLICT (username) DO UPDATE SET name = excluded.name, role = excluded.role, password = excluded.password`,
  )
  const update = database.prepare('UPDATE users SET password = ? WHERE username = ?')
  const rowOf = (username: string) => find.get(username.trim().toLowerCase()) as UserRow | undefined

  return {
    isEmpty: (): boolean => database.prepare('SELECT 1 FROM users LIMIT 1').get() === undefined,
    has: (username: string): boolean => rowOf(username) !== undefined,

    /** Rejects with {@link UsernameTaken}. */
    async addUser({ username, name, role, password }: NewUser): Promise<User> {
      const hash = await hasher.hash(password)
      // Asked after the hash: while it was computed somebody else may have taken the name.
      if (rowOf(username)) throw new UsernameTaken(`The name ${username} is in use already`)
      insert.run(username, name, role, hash)
      return { username, name, role }
    },

    /** The user when name and password fit, else null; both take the same time. */
    async check(username: string, password: string): Promise<User | null> {
      const row = rowOf(username)
      const fits = await hasher.matches(password, row?.password ?? null)
      return fits && row ? { username: row.username, name: row.name, role: row.role } : null
    },

    /** False when there is no such user. Ending the user's sessions is the caller's part. */
    async changePassword(username: string, password: string): Promise<boolean> {
      const hash = await hasher.hash(password)
      return update.run(hash, username).changes > 0
    },

    /** Users who share one known password (demo only): it is hashed once, and only when it is not theirs already. */
    async ensureAll(users: readonly User[], password: string): Promise<void> {
      const rows = users.map((user) => rowOf(user.username))
      const shared = rows[0]?.password
      const asWanted = shared !== undefined && rows.every((row) => row?.password === shared)
      if (asWanted && (await hasher.matches(password, shared))) return
      const hash = await hasher.hash(password)
      inTransaction(database, () => {
        for (const { username, name, role } of users) upsert.run(username, name, role, hash)
      })
    },
  }
}
export type UserStore = ReturnType<typeof createUserStore>

/** Who a user is on entries. A fleet is no person and has no role: `decide` refuses it every command. */
export function actorOf({ username, name, role }: User, desk?: string): Actor {
  if (role === 'fleet') return { kind: 'system', id: username, name }
  return { kind: 'officer', id: username, name, role: role satisfies Role, ...(desk ? { desk } : {}) }
}
