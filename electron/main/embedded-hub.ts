import { z } from 'zod'
import { sentence } from '../../shared/lang/decision'
import type { Clock } from '../../shared/timeline/clock-port'
import type { HubSource, Steering } from './hub-source'
import { type Child, type Kept, keepRunning } from './keep-running'
import type { Log } from './log'

/** What the hub's process says: that it serves, and with which token this console comes in; why it cannot; or a new token. */
const hubWordSchema = z.union([
  z.object({
    ready: z.literal(true),
    http: z.url(),
    dc09: z.object({ tcp: z.number(), udp: z.number() }),
    token: z.string(),
  }),
  z.object({ failed: z.string() }),
  z.object({ token: z.string() }),
])

/** A hub that gives no new session within this, ms, is taken for stuck and started again: it answers at once or never. */
const sessionPatience = 5_000

/** Where a hub of our own is reached. */
export interface HubPlaces {
  readonly http: string
  readonly dc09: { readonly tcp: number; readonly udp: number }
}

export interface EmbeddedPorts {
  readonly clock: Clock
  readonly log: Log
  readonly steering: Steering
  /** Starts the hub's process on these ports; 0 takes a free one. */
  readonly start: (ports: { readonly http: number; readonly dc09: number }) => Child
  readonly ports: { readonly http: number; readonly dc09: number }
  readonly onReady: (places: HubPlaces) => void
  readonly onFailed: (text: string) => void
}

/** A hub of our own in a process of its own, which signs this console in by itself. It is started again when it dies. */
export function embeddedHub({ clock, log, steering, start, ports, onReady, onFailed }: EmbeddedPorts): HubSource {
  let kept: Kept | null = null
  let child: Child | null = null
  let failed = false
  let known = ports
  /** Where it serves, once it has: from then on this console has a room to show, and a hub to come back to. */
  let served: string | null = null
  let lostSince: number | null = null
  let cancelRenewal = () => {}

  function hear(message: unknown): void {
    const word = hubWordSchema.safeParse(message)
    if (!word.success) log.warn({ issues: word.error.issues }, 'The hub said something that makes no sense')
    else if ('failed' in word.data) fail(word.data.failed)
    else if (!('ready' in word.data)) renewed(word.data.token)
    else {
      const { http, dc09, token } = word.data
      failed = false
      lostSince = null
      served = http
      // Started again, it comes back where panels and cars know it.
      known = { http: Number(new URL(http).port), dc09: dc09.tcp }
      log.info({ http, dc09 }, 'The hub serves')
      onReady({ http, dc09 })
      steering.connect({ url: http, token })
    }
  }

  function fail(sentence: string): void {
    const text = sentence.replace(/\.$/, '')
    failed = true
    log.error({ text }, 'The hub cannot work')
    // It ends by itself after these words; asked to, it ends for certain, and is started again after the usual rest.
    child?.end()
    if (served !== null) {
      lose(`The hub of this console cannot start again: ${text}. It is being tried again`)
      return
    }
    lostSince ??= clock.now()
    steering.disconnect({ phase: 'failed', since: lostSince, text: `${text}. It is being tried again` })
    onFailed(sentence)
  }

  function lose(text: string): void {
    lostSince ??= clock.now()
    steering.disconnect({ phase: 'lost', since: lostSince, hub: served ?? '', text })
  }

  function renewed(token: string): void {
    cancelRenewal()
    log.info({}, 'The hub gave a new session')
    if (served !== null) steering.connect({ url: served, token })
  }

  return {
    start() {
      steering.disconnect({ phase: 'starting', since: clock.now(), text: 'Starting the hub' })
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
          // Why it could not work says more than that it ended.
          if (!failed) lose(`The hub of this console has stopped (code ${code}); it is being started again`)
        },
      })
    },
    signIn: async () => sentence('embedded-hub', 'This console signs in to its own hub by itself'),
    signOut: async () => {},
    tokenRefused(text) {
      // A session ends after a long shift. Started again, a hub gives a new token too, but everybody would notice.
      log.info({ text }, 'The hub is asked for a new session')
      cancelRenewal()
      child?.post({ session: true })
      cancelRenewal = clock.after(sessionPatience, () => {
        log.warn({}, 'The hub gave no new session and is started again')
        child?.end()
      })
    },
    async stop() {
      cancelRenewal()
      await kept?.stop()
    },
  }
}
