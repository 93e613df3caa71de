import type { LinkState } from '../../shared/ipc/contract'
import type { Refusal } from '../../shared/lang/decision'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Target } from './link/hub-link'
import { notReached } from './link/link-words'
import { type HubAt, isSession, signIn, signOut, whyUnreachable } from './link/sign-in'

export interface HubSource {
  start(): void
  signIn(username: string, password: string): Promise<Refusal | null>
  signOut(): Promise<void>
  /**
   * Retries now instead of after the rest. Resolves when the attempt is over or can proceed by
   * itself.
   */
  tryAgain(): Promise<void>
  /** Call this when the hub no longer accepts the token. */
  tokenRefused(said: Refusal): void
  stop(): Promise<void>
}

export interface Steering {
  connect(target: Target): void
  disconnect(state: LinkState): void
}

/** Time between attempts to find an absent hub, ms. */
const lookAgainAfter = 1_000

export interface RemotePorts {
  readonly at: HubAt
  readonly desk: string
  readonly deskKey: string
  readonly clock: Clock
  readonly steering: Steering
}

/**
 * A remote hub, where an officer signs in by name and password. The token is kept in memory only
 * and is gone when the console ends. While the hub cannot be reached, the local copy of its journal
 * stays readable on screen.
 */
export function remoteHub({ at, desk, deskKey, clock, steering }: RemotePorts): HubSource {
  const { hub } = at
  let token: string | null = null
  let stopped = false
  let lostSince: number | null = null
  let cancelLook = () => {}
  let looking: Promise<void> | null = null
  /** True after an officer was asked to sign in at a hub that was reachable. */
  let asking = false

  const lookLater = () => {
    cancelLook()
    cancelLook = clock.after(lookAgainAfter, () => void look())
  }

  const askToSignIn = (said: Refusal | null) => {
    token = null
    lostSince = null
    asking = true
    steering.disconnect({ phase: 'signed-out', since: clock.now(), hub, said })
    // Nobody should type a password for a hub that is gone.
    lookLater()
  }
  /** Runs one check at a time; callers during a check share its result. */
  function look(): Promise<void> {
    cancelLook()
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }
  async function lookOnce(): Promise<void> {
    const away = await whyUnreachable(at)
    if (stopped || token !== null) return
    if (away === null) {
      if (asking && lostSince === null) lookLater()
      else askToSignIn(null)
      return
    }
    lostSince ??= clock.now()
    const said = notReached(away.said)
    const lost = { phase: 'lost', since: lostSince, hub, said, why: away.why } as const
    steering.disconnect(asking ? { ...lost, atSignIn: true } : lost)
    lookLater()
  }

  return {
    start: () => void look(),
    async signIn(username, password) {
      const answer = await signIn(at, { username, password, desk, deskKey })
      if (!isSession(answer)) return answer
      token = answer.token
      asking = false
      cancelLook()
      steering.connect({ url: hub, token })
      return null
    },
    async signOut() {
      const ended = token
      askToSignIn(null)
      if (ended !== null) await signOut(at, ended)
    },
    async tryAgain() {
      if (token === null) await look()
      else steering.connect({ url: hub, token })
    },
    tokenRefused: askToSignIn,
    async stop() {
      stopped = true
      cancelLook()
    },
  }
}
