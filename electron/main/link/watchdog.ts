import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * After a silence the loop gets this long, ms, to deliver what lies in its socket: a console that
 * was itself held up (a laptop's lid, a stopped process) must not blame the hub.
 */
const grace = 100

/** Calls when nothing was heard for a while. */
export interface Watchdog {
  /**
   * Something was heard: the silence starts anew. `silence` changes how long it may last from here
   * on, ms.
   */
  heard(silence?: number): void
  lastHeard(): number
  stop(): void
}

export function createWatchdog(
  clock: Clock,
  firstSilence: number,
  onSilence: () => void,
): Watchdog {
  let silence = firstSilence
  let last = clock.now()
  let cancel: (() => void) | null = null
  const wait = (ms: number, then: () => void) => {
    cancel = clock.after(ms, then)
  }
  const speakUnlessHeardAfter = (instant: number): void => {
    cancel = null
    if (last > instant) look()
    else onSilence()
  }
  // One timer that looks again, and not one per message: hundreds a second pass by here.
  const look = (): void => {
    const left = last + silence - clock.now()
    if (left > 0) wait(left, look)
    else wait(grace, () => speakUnlessHeardAfter(clock.now() - silence - grace))
  }
  return {
    heard(newSilence) {
      last = clock.now()
      if (newSilence !== undefined && newSilence !== silence) {
        silence = newSilence
        cancel?.()
        cancel = null
      }
      if (!cancel) look()
    },
    lastHeard: () => last,
    stop() {
      cancel?.()
      cancel = null
    },
  }
}
