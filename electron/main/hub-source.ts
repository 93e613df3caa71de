import type { LinkState } from '../../shared/ipc/contract'
import type { Refusal } from '../../shared/lang/decision'
import type { Clock } from '../../shared/timeline/clock-port'
import type { Target } from './link/hub-link'
import { type HubAt, isSession, signIn, signOut, whyUnreachable } from './link/sign-in'

/** Where the hub is, and how this console gets in. */
export interface HubSource {
  start(): void
  /** Null when signed in, or why not. */
  signIn(username: string, password: string): Promise<Refusal | null>
  signOut(): Promise<void>
  /**
   * Tries at once what is otherwise tried after a rest. Resolves when that try is over, or under
   * way for good.
   */
  tryAgain(): Promise<void>
  /** The hub does not know the token any more. */
  tokenRefused(text: string): void
  stop(): Promise<void>
}

/** How a source steers the link. */
export interface Steering {
  connect(target: Target): void
  disconnect(state: LinkState): void
}

/** A hub that is away is looked for again after this, ms. */
const lookAgainAfter = 1_000

export interface RemotePorts {
  readonly at: HubAt
  /** The name of this workstation. */
  readonly desk: string
  /** By which the hub knows it again. */
  readonly deskKey: string
  readonly clock: Clock
  readonly steering: Steering
}

/**
 * A hub elsewhere: somebody signs in by name and password. The token is kept in memory only and
 * dies with the console. While the hub cannot be reached, the local copy of its journal stays on
 * screen, to be read.
 */
export function remoteHub({ at, desk, deskKey, clock, steering }: RemotePorts): HubSource {
  const { hub } = at
  let token: string | null = null
  let stopped = false
  let lostSince: number | null = null
  let cancelLook = () => {}
  let looking: Promise<void> | null = null

  const askToSignIn = (text: string) => {
    token = null
    lostSince = null
    steering.disconnect({ phase: 'signed-out', since: clock.now(), hub, text })
  }
  /** One look at a time: who asks during one gets what that one finds. */
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
      askToSignIn('')
      return
    }
    lostSince ??= clock.now()
    const text = `The hub cannot be reached (${away.text})`
    steering.disconnect({ phase: 'lost', since: lostSince, hub, text, why: away.why })
    cancelLook = clock.after(lookAgainAfter, () => void look())
  }

  return {
    start: () => void look(),
    async signIn(username, password) {
      const answer = await signIn(at, { username, password, desk, deskKey })
      if (!isSession(answer)) return answer
      token = answer.token
      steering.connect({ url: hub, token })
      return null
    },
    async signOut() {
      if (token !== null) await signOut(at, token)
      askToSignIn('')
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
