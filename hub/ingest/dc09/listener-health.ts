import type { Logger } from 'pino'
import { type Instant, minute } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

export type Transport = 'tcp' | 'udp'

/**
 * After a fault the listener counts as deaf for so long, ms: panels get their time to come through
 * again.
 */
const recovery = minute
/** One line in the log for so long, ms: a socket that fails does so thousands of times a second. */
const betweenWords = minute

export interface ListenerHealthParts {
  readonly clock: Pick<Clock, 'now'>
  readonly log: Logger
  readonly count: (transport: Transport) => void
}

/** Faults of the sockets that listen: counted, told once a minute, and known to supervision. */
export function createListenerHealth({ clock, log, count }: ListenerHealthParts) {
  let failedAt: Instant | null = null
  let toldAt: Instant | null = null
  let untold = 0
  // A clock that is set back must not make a minute last for years.
  const within = (since: Instant | null, ms: number) =>
    since !== null && Math.abs(clock.now() - since) < ms

  return {
    failed(transport: Transport, error: unknown): void {
      count(transport)
      failedAt = clock.now()
      if (within(toldAt, betweenWords)) {
        untold += 1
        return
      }
      log.error({ err: error, transport, sinceTheLastLine: untold }, 'The DC-09 listener failed')
      toldAt = clock.now()
      untold = 0
    },
    /** Whether nothing failed lately. */
    ok: (): boolean => !within(failedAt, recovery),
  }
}
