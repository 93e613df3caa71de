import { type Database, inTransaction, storageTrouble } from '../../node/sqlite'
import type { Actor } from '../../shared/accounts/actor'
import type { Username } from '../../shared/accounts/username'
import type { Intent } from '../../shared/intents/intents'
import type { Keeper } from '../keeper/keeper-port'
import type { Principal, SessionStore } from './session-store'
import type { ListedUser, NewUser, Proof, User, UserRole, UserStore } from './user-store'

export type UserChangeCode =
  | 'username-taken'
  | 'user-unknown'
  | 'last-administrator'
  | 'own-password'
  | 'shared-session'
  | 'session-ended'
  | 'wrong-password'

/** Thrown when a change may not be made; the sentence says why. */
export class UserChangeRefused extends Error {
  constructor(
    readonly code: UserChangeCode,
    message: string,
  ) {
    super(message)
  }
}
export class NotCarriedOut extends Error {}

export interface UserChangesDeps {
  readonly database: Database
  readonly users: UserStore
  readonly sessions: SessionStore
  readonly keeper: Pick<Keeper, 'submit'>
  readonly onEnded: (principal: Principal) => void
}

/**
 * Makes and changes users. Each change is first an entry, and takes effect once that is durable: a
 * change that cannot be recorded is not made (rejects with NotStored). Changes run one at a time,
 * so that each is judged by what the one before has left.
 */
export function createUserChanges({ database, users, sessions, keeper, onEnded }: UserChangesDeps) {
  let last: Promise<unknown> = Promise.resolve()
  function inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }

  async function record(
    intent: Intent,
    by: Actor,
    effect: () => readonly Principal[],
  ): Promise<void> {
    await keeper.submit(intent, by)
    let ended: readonly Principal[]
    try {
      ended = inTransaction(database, effect)
    } catch (error) {
      const why = storageTrouble(error)
      throw new NotCarriedOut(
        `The journal says it, but it could not be carried out: ${why}. Try again.`,
      )
    }
    ended.forEach(onEnded)
  }

  const registering = (added: readonly User[]): Intent => ({
    type: 'register-users',
    data: { users: added.map(({ username, name, role }) => ({ userId: username, name, role })) },
  })

  function assertFree(username: Username): void {
    if (users.has(username))
      throw new UserChangeRefused('username-taken', `The name ${username} is in use already`)
  }

  /** The person who asks may have been disabled while others were served. */
  function assertOpen(by: Principal): void {
    if (!sessions.isOpen(by))
      throw new UserChangeRefused('session-ended', 'This session has ended; sign in again')
  }

  function known(username: Username): ListedUser {
    const user = users.get(username)
    if (!user) throw new UserChangeRefused('user-unknown', `There is no user ${username}`)
    return user
  }

  /** Without an administrator nobody could let anybody in again. */
  function assertAnotherAdministrator(username: Username): void {
    const others = users
      .list()
      .filter((user) => user.role === 'admin' && !user.disabled && user.username !== username)
    if (others.length > 0) return
    const text = `${username} is the last administrator: make another one first`
    throw new UserChangeRefused('last-administrator', text)
  }

  async function add(user: NewUser, by: Actor, allowed: () => void = () => {}): Promise<User> {
    const { username, name, role } = user
    assertFree(username)
    const hash = await users.hash(user.password)
    return inOrder(async () => {
      allowed()
      assertFree(username)
      await record(registering([user]), by, () => {
        users.insert(user, hash)
        return []
      })
      return { username, name, role }
    })
  }

  function changeRow(
    by: Principal,
    name: Username,
    change: (user: ListedUser) => RowChange | null,
  ): Promise<void> {
    return inOrder(async () => {
      assertOpen(by)
      const wanted = change(known(name))
      if (wanted === null) return
      await record(wanted.intent, by.actor, () => {
        wanted.write()
        return sessions.endAllOf(name)
      })
    })
  }

  return {
    addFirst: (user: NewUser, by: Actor): Promise<User> => add(user, by),

    /** Adds missing demo users, each with its entry; they get their password together. */
    async addDemo(demo: readonly User[], password: string, by: Actor): Promise<void> {
      const missing = demo.filter(({ username }) => !users.has(username))
      if (missing.length > 0) await keeper.submit(registering(missing), by)
      await users.ensureAll(demo, password)
    },

    register: (user: NewUser, by: Principal): Promise<User> =>
      add(user, by.actor, () => assertOpen(by)),

    /** By a user who has just proven the old password. All other sessions of the user end. */
    async changeOwn(by: Principal, proof: Proof, password: string): Promise<void> {
      const { username } = proof.user
      const hash = await users.hash(password)
      await inOrder(async () => {
        assertOpen(by)
        if (proof.now() !== 'holds')
          throw new UserChangeRefused(
            'wrong-password',
            'The password was changed by somebody else meanwhile',
          )
        await record(passwordChange(username, 'own'), by.actor, () => {
          users.setPassword(username, hash)
          return sessions.endAllOf(username, by.sessionId)
        })
      })
    },

    /** Somebody else's password, by an administrator. All sessions of that user end. */
    async resetPassword(by: Principal, username: Username, password: string): Promise<void> {
      if (by.actor.id === username)
        throw new UserChangeRefused('own-password', 'Your own password is changed with the old one')
      known(username)
      const hash = await users.hash(password)
      await changeRow(by, username, () => ({
        intent: passwordChange(username, 'reset'),
        write: () => users.setPassword(username, hash),
      }))
    },

    setRole: (by: Principal, username: Username, role: UserRole): Promise<void> =>
      changeRow(by, username, (user) => {
        if (user.role === role) return null
        if (user.role === 'admin') assertAnotherAdministrator(username)
        const intent = {
          type: 'change-user-role',
          data: { userId: username, role, was: user.role },
        } as const
        return { intent, write: () => users.setRole(username, role) }
      }),

    setDisabled: (by: Principal, username: Username, disabled: boolean): Promise<void> =>
      changeRow(by, username, (user) => {
        if (user.disabled === disabled) return null
        if (disabled && user.role === 'admin') assertAnotherAdministrator(username)
        const intent = {
          type: disabled ? 'disable-user' : 'enable-user',
          data: { userId: username },
        } as const
        return { intent, write: () => users.setDisabled(username, disabled) }
      }),
  }
}
export type UserChanges = ReturnType<typeof createUserChanges>

interface RowChange {
  readonly intent: Intent
  readonly write: () => void
}

const passwordChange = (userId: Username, change: 'own' | 'reset'): Intent => ({
  type: 'change-password',
  data: { userId, change },
})
