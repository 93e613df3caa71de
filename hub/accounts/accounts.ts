import type { Logger } from 'pino'
import type { Database } from '../../node/sqlite'
import { type Actor, type Role, systemActor } from '../../shared/accounts/actor'
import type { Username } from '../../shared/accounts/username'
import type { IntentOf } from '../../shared/intents/intents'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Session, SignIn } from '../../shared/wire/sessions'
import { type Keeper, NotStored } from '../keeper/keeper-port'
import { parseBootstrapAdmin } from './bootstrap-admin'
import { demoUsers, demoUserWith } from './demo-users'
import { createKnownDesks } from './known-desks'
import { createPasswordHasher, TooBusy } from './password-hash'
import { createSessionStore, type Principal } from './session-store'
import { createSignInGuard, type Trying } from './sign-in-guard'
import { createUserChanges, UserChangeRefused } from './user-changes'
import { actorOf, createUserStore, type ListedUser, type Proof, type User } from './user-store'

export interface AccountsDeps {
  /** `accounts.db` of the data directory. The caller closes it. */
  readonly database: Database
  readonly clock: Clock
  /** Milliseconds since some instant, by a clock that nobody can set: limits count by it. */
  readonly elapsed: () => number
  readonly keeper: Pick<Keeper, 'submit'>
  readonly log: Logger
}

export interface NotProven {
  readonly ok: false
  readonly code: 'wrong-password' | 'too-many-failures' | 'busy' | 'user-disabled'
  readonly text: string
}
export type SignInAnswer = { readonly ok: true; readonly session: Session } | NotProven

/** Users and sessions. What happens here stands in the journal; secrets never do. */
export function createAccounts({ database, clock, elapsed, keeper, log }: AccountsDeps) {
  const users = createUserStore(database, createPasswordHasher())
  const sessions = createSessionStore(database, clock, (error) =>
    log.error({ err: error }, 'A session is not stored'),
  )
  const guard = createSignInGuard(elapsed, createKnownDesks(database))
  const changes = createUserChanges({
    database,
    users,
    sessions,
    keeper,
    onEnded: (one) => void signedOut(one),
  })
  let prepared: Promise<void> = Promise.resolve()

  /**
   * A full disk must not keep officers from looking at the room, so the door opens even when this
   * cannot be recorded.
   */
  async function note(intent: IntentOf<'sign-in' | 'sign-out'>, by: Actor): Promise<void> {
    await keeper.submit(intent, by).catch((error: unknown) => {
      log.warn(
        { err: error, intent: intent.type },
        'Not in the journal, since it cannot be written',
      )
    })
  }

  async function open(user: User, from: string, desk?: string): Promise<Session> {
    const actor = actorOf(user, desk)
    const { token, principal } = sessions.start(user.role === 'fleet' ? 'fleet' : 'person', actor)
    if (principal.kind === 'person')
      await note(
        {
          type: 'sign-in',
          data: { sessionId: principal.sessionId, from: from.slice(0, 120) },
        },
        actor,
      )
    return { token, actor }
  }

  async function signedOut({ kind, sessionId, actor }: Principal): Promise<void> {
    if (kind === 'person') await note({ type: 'sign-out', data: { sessionId } }, actor)
  }

  async function bootstrap(text: string): Promise<void> {
    if (!users.isEmpty())
      return log.info('There are users already: NAVBATCHI_BOOTSTRAP_ADMIN is not used')
    await changes.addFirst(parseBootstrapAdmin(text), systemActor).catch((error: unknown) => {
      if (!(error instanceof NotStored)) throw error
      // Alarms matter more than people who sign in, so the hub starts all the same.
      log.error(
        { err: error },
        'The first administrator is made at the next start: now nothing can be recorded',
      )
    })
  }

  async function prepare({ bootstrapAdmin, demoPassword }: FirstUsers): Promise<void> {
    if (bootstrapAdmin) await bootstrap(bootstrapAdmin)
    if (demoPassword) await changes.addDemo(demoUsers, demoPassword, systemActor)
  }

  /**
   * Checks a password, unless the limits refuse. What it proves holds at the instant this resolves.
   */
  async function prove(
    trying: Trying,
    password: string,
  ): Promise<{ readonly ok: true; readonly proof: Proof } | NotProven> {
    await prepared.catch(() => {})
    const attempt = guard.begin(trying)
    if (attempt.refusal) return { ok: false, code: 'too-many-failures', text: attempt.refusal }
    if (attempt.delay > 0) await new Promise<void>((resume) => clock.after(attempt.delay, resume))
    const proof = await users
      .check(trying.username, password, attempt.standing)
      .catch((error: unknown) => {
        attempt.withdraw()
        if (error instanceof TooBusy) return error
        throw error
      })
    if (proof instanceof TooBusy) return { ok: false, code: 'busy', text: proof.message }
    const state = proof?.now() ?? 'changed'
    if (!proof || state === 'changed')
      return { ok: false, code: 'wrong-password', text: 'Name or password is wrong' }
    if (state === 'disabled')
      return { ok: false, code: 'user-disabled', text: disabledText(trying.username) }
    try {
      attempt.succeed()
    } catch (error) {
      log.warn({ err: error }, 'This desk could not be remembered')
    }
    return { ok: true, proof }
  }

  return {
    /**
     * Makes the first users. It takes as long as one or two hashes (0.2 s each), so a start need
     * not wait for it: anybody who signs in meanwhile waits. Rejects with a sentence when the
     * bootstrap text is not a name and a password.
     */
    prepare(first: FirstUsers): Promise<void> {
      prepared = prepare(first)
      return prepared
    },

    /** Resolves when the first users are made, or could not be: then the database may be closed. */
    settled: (): Promise<void> => prepared.catch(() => {}),

    async signIn(
      { username, password, desk, deskKey }: SignIn,
      from: string,
    ): Promise<SignInAnswer> {
      const proven = await prove({ username, from, deskKey }, password)
      if (!proven.ok) return proven
      // Nothing else has a turn between this check and the session.
      if (proven.proof.now() !== 'holds')
        return { ok: false, code: 'wrong-password', text: 'Name or password is wrong' }
      return { ok: true, session: await open(proven.proof.user, from, desk) }
    },

    /**
     * Ends the session of this token; false when there is none. Rejects for a fleet's session,
     * which all its cars share.
     */
    async signOut(token: string): Promise<boolean> {
      const principal = sessions.find(token)
      if (!principal) return false
      if (principal.kind === 'fleet') throw new UserChangeRefused('shared-session', sharedSession)
      sessions.end(principal.sessionId)
      await signedOut(principal)
      return true
    },

    find: (token: string): Principal | null => sessions.find(token),
    isOpen: (principal: Principal): boolean => sessions.isOpen(principal),

    list: (): readonly ListedUser[] => users.list(),
    changes,

    /**
     * Changes the user's own password, given the old one, and ends all other sessions of the user.
     * Rejects with NotStored or UserChangeRefused.
     */
    async changeOwnPassword(
      by: Principal,
      words: OwnPassword,
    ): Promise<{ readonly ok: true } | NotProven> {
      const { username, from, deskKey, oldPassword, password } = words
      if (by.kind === 'fleet') throw new UserChangeRefused('shared-session', sharedSession)
      const proven = await prove({ username, from, deskKey }, oldPassword)
      if (!proven.ok) return proven
      await changes.changeOwn(by, proven.proof, password)
      return { ok: true }
    },

    /** A session without a password, for the console a demo hub is embedded in. */
    openDemoSession: (role: Role): Promise<Session> => open(demoUserWith(role), 'this machine'),
  }
}
export type Accounts = ReturnType<typeof createAccounts>

export interface OwnPassword {
  readonly username: Username
  readonly from: string
  readonly deskKey?: string | undefined
  readonly oldPassword: string
  readonly password: string
}

export interface FirstUsers {
  readonly bootstrapAdmin?: string | undefined
  readonly demoPassword?: string | undefined
}

const sharedSession =
  'The cars of a fleet share this session, so none of them can end it or change its password: an administrator can'
const disabledText = (username: Username) =>
  `${username} may not sign in any more: ask an administrator`
