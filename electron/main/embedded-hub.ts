import { z } from 'zod'
import { sentence } from '../../shared/lang/decision'
import type { Clock } from '../../shared/timeline/clock-port'
import type { HubSource, Steering } from './hub-source'
import { type Child, type Kept, keepRunning } from './keep-running'
import type { Log } from './log'

/** What the hub's process says: that it serves, and with which token this console comes in, or why it cannot. */
const hubWordSchema = z.union([
  z.object({
    ready: z.literal(true),
    http: z.url(),
    dc09: z.object({ tcp: z.number(), udp: z.number() }),
    token: z.string(),
  }),
  z.object({ failed: z.string() }),
])

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

  function hear(message: unknown): void {
    const word = hubWordSchema.safeParse(message)
    if (!word.success) log.warn({ issues: word.error.issues }, 'The hub said something that makes no sense')
    else if ('failed' in word.data) fail(word.data.failed)
    else {
      const { http, dc09, token } = word.data
      failed = false
      // Started again, it comes back where panels and cars know it.
      known = { http: Number(new URL(http).port), dc09: dc09.tcp }
      log.info({ http, dc09 }, 'The hub serves')
      onReady({ http, dc09 })
      steering.connect({ url: http, token })
    }
  }

  function fail(text: string): void {
    failed = true
    log.error({ text }, 'The hub cannot work')
    steering.disconnect({ phase: 'failed', since: clock.now(), text })
    onFailed(text)
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
          if (failed) return
          const text = `The hub of this console has stopped (code ${code}); it is being started again`
          steering.disconnect({ phase: 'lost', since: clock.now(), hub: '', text })
        },
      })
    },
    signIn: async () => sentence('embedded-hub', 'This console signs in to its own hub by itself'),
    signOut: async () => {},
    tokenRefused(text) {
      // A session ends after a long shift. The hub gives a new token with every start, and starts within a second.
      log.warn({ text }, 'The hub is started again for a new session')
      child?.end()
    },
    stop: async () => kept?.stop(),
  }
}
