import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '../../node/sqlite'
import { type Actor, actorSchema } from '../../shared/accounts/actor'
import { hour, type Instant } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'

/**
 * How long a sign-in lasts. A shift is 12 hours, plus the handover and a late end: nobody may be
 * asked for a password in the middle of an alarm. It ends before the same person's next shift
 * begins.
 */
export const sessionLength = 16 * hour

/** Who holds a token: somebody at a desk, or a fleet whose devices speak for any team. */
export interface Principal {
  readonly kind: 'person' | 'fleet'
  /** Names the session in the journal; reveals nothing about the token. */
  readonly sessionId: string
  readonly actor: Actor
  readonly endsAt: Instant
}

const schema = `
CREATE TABLE IF NOT EXISTS sessions (
  token_hash TEXT PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, actor TEXT NOT NULL, ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID`

interface SessionRow {
  readonly token_hash: string
  readonly id: string
  readonly kind: string
  readonly actor: string
  readonly ends_at: number
}

/** Tokens are random and long, so a plain hash is enough: nobody can try 2^256 of them. */
const digest = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Called when a session could not be stored; it then ends with this run of the hub. */
export type OnUnstored = (error: unknown) => void

/**
 * The sessions of a hub. Only hashes of tokens are stored, so nobody can sign in with a copy of the
 * file. They are on disk, so that a restart signs nobody out, and in memory, so that checking each
 * command costs nothing.
 */
export function createSessionStore(
  database: Database,
  clock: Clock,
  onUnstored: OnUnstored = () => {},
) {
  database.exec(schema)
  const insert = database.prepare(
    'INSERT INTO sessions (token_hash, id, kind, actor, ends_at) VALUES (?, ?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM sessions WHERE token_hash = ?')
  const prune = database.prepare('DELETE FROM sessions WHERE ends_at <= ?')
  const byHash = load(database)
  const open = new Map([...byHash].map(([hash, principal]) => [principal.sessionId, hash]))

  function forget(hash: string, { sessionId }: Principal): void {
    byHash.delete(hash)
    open.delete(sessionId)
  }

  function pruneEnded(): void {
    const now = clock.now()
    for (const [hash, principal] of byHash) if (principal.endsAt <= now) forget(hash, principal)
    prune.run(now)
  }

  function end(sessionId: string): void {
    const hash = open.get(sessionId)
    if (hash === undefined) return
    byHash.delete(hash)
    open.delete(sessionId)
    // Last: even if this cannot be stored, the session has ended until the hub restarts.
    remove.run(hash)
  }

  return {
    /** Starts a session. The token is given out only here. */
    start(
      kind: Principal['kind'],
      actor: Actor,
    ): { readonly token: string; readonly principal: Principal } {
      const token = randomBytes(32).toString('base64url')
      const principal: Principal = {
        kind,
        actor,
        sessionId: randomUUID(),
        endsAt: clock.now() + sessionLength,
      }
      const hash = digest(token)
      // A full disk must not keep an officer from looking at the room.
      try {
        pruneEnded()
        insert.run(hash, principal.sessionId, kind, JSON.stringify(actor), principal.endsAt)
      } catch (error) {
        onUnstored(error)
      }
      byHash.set(hash, principal)
      open.set(principal.sessionId, hash)
      return { token, principal }
    },
    find(token: string): Principal | null {
      const principal = byHash.get(digest(token))
      return principal && principal.endsAt > clock.now() ? principal : null
    },
    isOpen: ({ sessionId, endsAt }: Principal): boolean =>
      open.has(sessionId) && endsAt > clock.now(),
    end,
    /**
     * Ends every session of a user except `except`, e.g. after a password change; returns those
     * that ended.
     */
    endAllOf(userId: string, except?: string): readonly Principal[] {
      const theirs = [...byHash.values()].filter(
        ({ actor, sessionId }) => actor.id === userId && sessionId !== except,
      )
      for (const { sessionId } of theirs) end(sessionId)
      return theirs
    },
  }
}
export type SessionStore = ReturnType<typeof createSessionStore>

function load(database: Database): Map<string, Principal> {
  const rows = database
    .prepare('SELECT token_hash, id, kind, actor, ends_at FROM sessions')
    .all() as SessionRow[]
  return new Map(
    rows.map((row): [string, Principal] => [
      row.token_hash,
      {
        kind: row.kind === 'fleet' ? 'fleet' : 'person',
        sessionId: row.id,
        actor: actorSchema.parse(JSON.parse(row.actor)),
        endsAt: row.ends_at,
      },
    ]),
  )
}
