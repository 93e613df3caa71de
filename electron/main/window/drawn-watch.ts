import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * A window with something to draw that reports nothing for this long, ms, has stopped. This is
 * longer than the patience with a hanging page.
 */
export const drawnPatience = 30_000

export interface DrawnWatch {
  told(seq: number): void
  drawn(seq: number): void
  /** Call this when a page has restarted, which restarts its time. */
  attached(): void
  stop(): void
}

/**
 * Detects a window that responds but shows nothing new: its page runs, but its feed or drawing has
 * stopped.
 */
export function createDrawnWatch(
  clock: Clock,
  onStopped: (drawn: number, told: number) => void,
): DrawnWatch {
  let toldSeq = 0
  let drawnSeq = 0
  let cancel: (() => void) | null = null
  const wait = () => {
    cancel = clock.after(drawnPatience, () => {
      cancel = null
      onStopped(drawnSeq, toldSeq)
    })
  }
  const waitAnew = () => {
    cancel?.()
    cancel = null
    if (drawnSeq < toldSeq) wait()
  }
  return {
    told(seq) {
      toldSeq = seq
      if (!cancel && drawnSeq < toldSeq) wait()
    },
    drawn(seq) {
      drawnSeq = seq
      waitAnew()
    },
    attached: waitAnew,
    stop: () => cancel?.(),
  }
}
