import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * After a silence the event loop gets this long, ms, to deliver data waiting in its socket. A
 * console that was itself suspended (a laptop's lid, a stopped process) must not blame the hub.
 */
const grace = 100

export interface Watchdog {
  /**
   * Restarts the silence timer. `silence` changes how long the silence may last from now on, ms.
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
  // One timer checks again, instead of one timer per message: hundreds of messages a second pass by
  // here.
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
