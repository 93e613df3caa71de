import type { Logger } from 'pino'
import { type Instant, minute } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'

export type Transport = 'tcp' | 'udp'

/**
 * The listener counts as deaf for this long after a fault, ms. That gives panels time to get
 * through again.
 */
const recovery = minute
/**
 * At most one line in the log in this time, ms. A failing socket raises thousands of faults a
 * second.
 */
const betweenWords = minute

export interface ListenerHealthParts {
  readonly clock: Pick<Clock, 'now'>
  readonly log: Logger
  readonly count: (transport: Transport) => void
}

/**
 * Faults of the listening sockets. They are counted, logged once a minute and reported to
 * supervision.
 */
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
    ok: (): boolean => !within(failedAt, recovery),
  }
}
