import type { Logger } from 'pino'
import { second } from '../../shared/lang/instant'
import type { Clock } from '../../shared/timeline/clock-port'
import { every } from '../timing/every'

/** How finely waiting is counted, ms. */
const tick = second
/**
 * A tick this late, ms, says that the hub stood still: a machine that slept, a loop that hung, or a
 * clock put forward, which looks the same from inside. Longer than any pause of a healthy process,
 * shorter than any panel's patience.
 */
const longestGap = 10 * second

export interface Hearing {
  ticks(): number
  /** The tick at which it last began to hear: at its start, or after a time when it could not. */
  resumedAt(): number
  ok(): boolean
  onTick(call: () => void): void
  stop(): void
}

/**
 * How long the hub has listened; silence is measured by it. It counts ticks of a timer, not the
 * time of day: a clock that jumps, a machine that slept or a loop that hung for an hour is one
 * tick, and cannot make 19,000 panels silent at once. No tick is counted while the hub itself is
 * deaf (no listener, or nothing can be stored, so nothing is acknowledged). A hub under load ticks
 * a little late and errs towards patience.
 */
export function createHearing(clock: Clock, canHear: () => boolean, log: Logger): Hearing {
  const calls: (() => void)[] = []
  let ticks = 0
  let resumedAt = 0
  let ok = true
  let last = clock.now()

  const hears = (): boolean => {
    const gap = clock.now() - last
    last = clock.now()
    if (gap <= longestGap) return canHear()
    log.warn(
      { seconds: Math.round(gap / second) },
      'The hub stood still, or its clock was put forward',
    )
    return false
  }
  const stop = every(clock, tick, () => {
    const hearsNow = hears()
    if (ok !== hearsNow)
      log.info(hearsNow ? 'Silence counts again' : 'The hub cannot hear: no silence counts')
    ok = hearsNow
    if (!ok) {
      resumedAt = ticks
      return
    }
    ticks += 1
    for (const call of calls) call()
  })
  return {
    ticks: () => ticks,
    resumedAt: () => resumedAt,
    ok: () => ok,
    onTick: (call) => void calls.push(call),
    stop,
  }
}
