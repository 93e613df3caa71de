import type { Clock } from '../../../shared/timeline/clock-port'

/**
 * A window that owes a drawing and reports none for this long, ms, has stopped. Longer than a
 * hanging page is given.
 */
export const drawnPatience = 30_000

/** Compares what the window was told with what it reports as drawn. */
export interface DrawnWatch {
  told(seq: number): void
  drawn(seq: number): void
  /** A page has begun anew: its time starts now. */
  attached(): void
  stop(): void
}

/**
 * Notices a window that answers and yet shows nothing new: its page lives, its feed or its drawing
 * has stopped.
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
