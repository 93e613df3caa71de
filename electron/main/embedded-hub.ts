import { z } from 'zod'
import { type DemoSignIn, demoSignInSchema, reasonedSchema } from '../../shared/ipc/contract'
import { because, type Refusal, sentence } from '../../shared/lang/decision'
import type { Clock } from '../../shared/timeline/clock-port'
import type { HeadStart } from './head-start'
import type { HubSource, Steering } from './hub-source'
import { type Child, type Kept, keepRunning } from './keep-running'
import type { AskHub } from './link/ask-hub'
import { isSession, signIn, signOut } from './link/sign-in'
import type { Log } from './log'

/**
 * Messages from the hub's process: it is ready, with a token for this console; it cannot serve,
 * with the reason; or it has a new token.
 */
const hubWordSchema = z.union([
  z.object({
    ready: z.literal(true),
    http: z.url(),
    dc09: z.object({ tcp: z.number(), udp: z.number() }),
    token: z.string(),
    demo: demoSignInSchema.optional(),
  }),
  z.object({ failed: reasonedSchema }),
  z.object({ token: z.string() }),
])

/**
 * A hub that gives no new session within this time, ms, is considered stuck and restarted. It
 * answers at once or never.
 */
const sessionPatience = 5_000

export interface HubPlaces {
  readonly http: string
  readonly dc09: { readonly tcp: number; readonly udp: number }
}

export interface EmbeddedPorts {
  readonly clock: Clock
  readonly log: Log
  readonly steering: Steering
  readonly ask: AskHub
  readonly desk: string
  /** Starts the hub's process on these ports; 0 picks a free port. */
  readonly start: (ports: { readonly http: number; readonly dc09: number }) => Child
  readonly ports: { readonly http: number; readonly dc09: number }
  /** What its process lets go first when the console starts. */
  readonly headStart?: HeadStart | undefined
  readonly onReady: (places: HubPlaces) => void
  readonly onFailed: (text: string) => void
}

/**
 * Runs a hub in its own process. At its start, the hub signs this console in by itself. Whoever
 * signs out there signs in again by name and password, as at any hub. The hub is restarted when it
 * dies.
 */
export function embeddedHub(parts: EmbeddedPorts): HubSource {
  const { clock, log, steering, ask, start, ports, onReady, onFailed } = parts
  let kept: Kept | null = null
  let child: Child | null = null
  let failed = false
  let known = ports
  /**
   * The hub's address once it has served. From then on this console has a room to show and a hub to
   * come back to.
   */
  let served: string | null = null
  let lostSince: number | null = null
  let cancelRenewal = () => {}
  /**
   * Whose session this is. The hub gives the `own` session by itself; a name and password open a
   * `person`'s.
   */
  let session: Session = { kind: 'own', token: null }
  let demo: DemoSignIn | undefined

  function hear(message: unknown): void {
    const word = hubWordSchema.safeParse(message)
    if (!word.success)
      log.warn({ issues: word.error.issues }, 'The hub said something that makes no sense')
    else if ('failed' in word.data) fail(word.data.failed)
    else if (!('ready' in word.data)) renewed(word.data.token)
    else {
      const { http, dc09, token } = word.data
      failed = false
      lostSince = null
      served = http
      demo = word.data.demo
      // After a restart it uses the same ports, where panels and cars expect it.
      known = { http: Number(new URL(http).port), dc09: dc09.tcp }
      log.info({ http, dc09 }, 'The hub serves')
      onReady({ http, dc09 })
      if (session.kind === 'own') session = { kind: 'own', token }
      if (session.kind === 'nobody') askToSignIn(null)
      else connect()
    }
  }

  function connect(): void {
    if (served !== null && session.token !== null)
      steering.connect({ url: served, token: session.token })
  }

  function askToSignIn(said: Refusal | null): void {
    session = { kind: 'nobody', token: null }
    const signedOut = { phase: 'signed-out', since: clock.now(), hub: served ?? '', said } as const
    steering.disconnect(demo ? { ...signedOut, demo } : signedOut)
  }

  function fail(why: Refusal): void {
    failed = true
    log.error({ text: why.text }, 'The hub cannot work')
    // It normally exits after this message. Asking makes sure of it; it is restarted after the
    // usual rest.
    child?.end()
    if (served !== null) {
      lose(notAgain(why))
      return
    }
    lostSince ??= clock.now()
    steering.disconnect({
      phase: 'failed',
      since: lostSince,
      said: because('hub-of-own-failed', '{reason}. It is being tried again', why),
    })
    onFailed(why.text)
  }

  function lose(said: Refusal): void {
    lostSince ??= clock.now()
    const lost = { phase: 'lost', since: lostSince, hub: served ?? '', said } as const
    steering.disconnect(session.kind === 'nobody' ? { ...lost, atSignIn: true } : lost)
  }

  function run(): void {
    kept = keepRunning({
      name: 'hub',
      clock,
      log,
      start: () => start(known),
      onStarted(started) {
        child = started
        started.onMessage(hear)
      },
      onDied(code) {
        child = null
        cancelRenewal()
        // A known reason for the failure says more than the exit code.
        if (!failed) lose(stopped(code))
      },
    })
  }

  function renewed(token: string): void {
    cancelRenewal()
    log.info({}, 'The hub gave a new session')
    if (session.kind !== 'own') return
    session = { kind: 'own', token }
    connect()
  }

  return {
    start() {
      steering.disconnect({
        phase: 'starting',
        since: clock.now(),
        said: sentence('hub-of-own-starts', 'Starting the hub'),
      })
      if (parts.headStart) parts.headStart.afterwards(run)
      else run()
    },
    async signIn(username, password): Promise<Refusal | null> {
      if (served === null) return notServing
      const answer = await signIn({ hub: served, ask }, { username, password, desk: parts.desk })
      if (!isSession(answer)) return answer
      session = { kind: 'person', token: answer.token }
      connect()
      return null
    },
    async signOut() {
      const { token } = session
      if (served === null || token === null) return
      cancelRenewal()
      askToSignIn(null)
      await signOut({ hub: served, ask }, token)
    },
    async tryAgain() {
      if (child) connect()
      else kept?.startNow()
    },
    tokenRefused(said) {
      if (session.kind !== 'own') return askToSignIn(said)
      // A session ends after a long shift. Restarting the hub would give a new token too, but
      // everybody would notice.
      log.info({ text: said.text }, 'The hub is asked for a new session')
      cancelRenewal()
      child?.post({ session: true })
      cancelRenewal = clock.after(sessionPatience, () => {
        log.warn({}, 'The hub gave no new session and is started again')
        child?.end()
      })
    },
    async stop() {
      parts.headStart?.drop()
      cancelRenewal()
      await kept?.stop()
    },
  }
}

interface Session {
  readonly kind: 'own' | 'person' | 'nobody'
  readonly token: string | null
}

const notServing = sentence(
  'hub-starting',
  'The hub of this console is still starting; try again in a moment',
)

const notAgain = (why: Refusal): Refusal =>
  because(
    'hub-of-own-not-again',
    'The hub of this console cannot start again: {reason}. It is being tried again',
    why,
  )
const stopped = (code: number | null): Refusal =>
  sentence(
    'hub-of-own-stopped',
    'The hub of this console has stopped (code {code}); it is being started again',
    { code: String(code) },
  )
