import type { Logger } from 'pino'
import type { Database } from '../../node/sqlite'
import { type Actor, type Role, systemActor } from '../../shared/accounts/actor'
import type { RoomEvent } from '../../shared/console/events'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Session, SignIn } from '../../shared/wire/sessions'
import type { Keeper } from '../keeper/keeper-port'
import { parseBootstrapAdmin } from './bootstrap-admin'
import { demoUsers, demoUserWith } from './demo-users'
import { createPasswordHasher, TooBusy } from './password-hash'
import { createSessionStore, type Principal } from './session-store'
import { createSignInGuard } from './sign-in-guard'
import { actorOf, createUserStore, type NewUser, type User } from './user-store'

export interface AccountsDeps {
  /** `accounts.db` of the data directory. Closing it is the caller's part. */
  readonly database: Database
  readonly clock: Clock
  readonly keeper: Pick<Keeper, 'record'>
  readonly log: Logger
}

export type SignInAnswer =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly code: 'wrong-password' | 'too-many-failures' | 'busy'; readonly text: string }

/** Who may come in, and who is in. What happens here stands in the journal; secrets never do. */
export function createAccounts({ database, clock, keeper, log }: AccountsDeps) {
  const users = createUserStore(database, createPasswordHasher())
  const sessions = createSessionStore(database, clock)
  const guard = createSignInGuard(clock)
  let prepared: Promise<void> = Promise.resolve()

  /** A disk that is full must not keep officers from looking at the room, so the door opens all the same. */
  async function note(event: RoomEvent, by: Actor): Promise<void> {
    await keeper
      .record(() => [event], by)
      .catch((error: unknown) => {
        log.warn({ err: error, event: event.type }, 'Not in the journal, since it cannot be written')
      })
  }

  const registered = ({ username, name, role }: User): RoomEvent => ({
    type: 'user-registered',
    data: { userId: username, name, role },
  })

  async function open(user: User, from: string, desk?: string): Promise<Session> {
    const actor = actorOf(user, desk)
    const { token, principal } = sessions.start(user.role === 'fleet' ? 'fleet' : 'person', actor)
    if (principal.kind === 'person')
      await note(
        { type: 'officer-signed-in', data: { sessionId: principal.sessionId, from: from.slice(0, 120) } },
        actor,
      )
    return { token, actor }
  }

  async function bootstrap(text: string): Promise<void> {
    if (!users.isEmpty()) return log.info('There are users already: NAVBATCHI_BOOTSTRAP_ADMIN is not used')
    const admin = await users.addUser(parseBootstrapAdmin(text))
    await note(registered(admin), systemActor)
  }

  async function addDemoUsers(password: string): Promise<void> {
    const added = demoUsers.filter((user) => !users.has(user.username))
    await users.ensureAll(demoUsers, password)
    for (const user of added) await note(registered(user), systemActor)
  }

  async function prepare({ bootstrapAdmin, demoPassword }: FirstUsers): Promise<void> {
    if (bootstrapAdmin) await bootstrap(bootstrapAdmin)
    if (demoPassword) await addDemoUsers(demoPassword)
  }

  return {
    /**
     * Makes the first users. Takes as long as one or two hashes (0.2 s each), so a start need not wait for it: whoever
     * signs in meanwhile waits. Rejects with a sentence when the bootstrap text is no name and password.
     */
    prepare(first: FirstUsers): Promise<void> {
      prepared = prepare(first)
      return prepared
    },

    /** Resolves when the first users are made, or could not be: then the database may be closed. */
    settled: (): Promise<void> => prepared.catch(() => {}),

    async signIn({ username, password, desk }: SignIn, from: string): Promise<SignInAnswer> {
      await prepared.catch(() => {})
      const attempt = guard.begin(username, from)
      if (attempt.refusal) return { ok: false, code: 'too-many-failures', text: attempt.refusal }
      if (attempt.delay > 0) await new Promise<void>((resume) => clock.after(attempt.delay, resume))
      try {
        const user = await users.check(username, password)
        if (!user) return { ok: false, code: 'wrong-password', text: 'Name or password is wrong' }
        attempt.succeed()
        return { ok: true, session: await open(user, from, desk) }
      } catch (error) {
        if (error instanceof TooBusy) return { ok: false, code: 'busy', text: error.message }
        throw error
      }
    },

    /** Ends the session of this token; false when there is none. */
    async signOut(token: string): Promise<boolean> {
      const principal = sessions.find(token)
      if (!principal) return false
      sessions.end(principal.sessionId)
      if (principal.kind === 'person')
        await note({ type: 'officer-signed-out', data: { sessionId: principal.sessionId } }, principal.actor)
      return true
    },

    /** Who holds this token, or null when its session has ended. */
    find: (token: string): Principal | null => sessions.find(token),
    isOpen: (principal: Principal): boolean => sessions.isOpen(principal),

    /** Rejects with `UsernameTaken`. */
    async addUser(user: NewUser, by: Actor): Promise<User> {
      const added = await users.addUser(user)
      await note(registered(added), by)
      return added
    },

    /** Also ends the user's sessions: whoever knew the old password is out. False when there is no such user. */
    async changePassword(username: string, password: string): Promise<boolean> {
      const changed = await users.changePassword(username, password)
      if (changed) sessions.endAllOf(username)
      return changed
    },

    /** A session without a password, for the console a demo hub is embedded in. */
    openDemoSession: (role: Role): Promise<Session> => open(demoUserWith(role), 'this machine'),
  }
}
export type Accounts = ReturnType<typeof createAccounts>

export interface FirstUsers {
  /** `name:password` of the first administrator; used only while there is no user. */
  readonly bootstrapAdmin?: string | undefined
  /** Given on a demo hub only: the password of all demo users. */
  readonly demoPassword?: string | undefined
}
