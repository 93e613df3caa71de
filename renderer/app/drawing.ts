import type { Frames } from '../console/frames'
import type { Settled } from './settling'

/** Changes that need nobody are drawn ten times a second, not every frame (ms). */
const backgroundEvery = 100
/**
 * ms. A screen that has not settled after this long is given the next drawing all the same: it may
 * be failing.
 */
const settlePatience = 1_000

export interface ScreenPorts {
  readonly frames: Frames
  readonly settled: Settled
}

export interface Drawing {
  /**
   * `now`: in time for the next frame. `soon`: together with whatever else comes in the next tenth
   * of a second.
   */
  want(when: 'now' | 'soon'): void
  stop(): void
}

/**
 * Calls `draw` at most once a frame, and never before React has finished with the last drawing.
 * React counts updates that arrive before it has finished, and gives up at fifty: in a burst, each
 * drawing left an effect that the next one overtook, and the count never fell. `onDrawn` is called
 * when a drawing has settled.
 */
export function createDrawing(
  { frames, settled }: ScreenPorts,
  draw: () => void,
  onDrawn: () => void,
): Drawing {
  let wanted: 'now' | 'soon' | null = null
  let cancelSoon = () => {}
  let inFrame = false
  let unsettled = false
  let stopped = false

  const drawNow = () => {
    cancelSoon()
    wanted = null
    inFrame = true
    unsettled = true
    frames.next(() => {
      inFrame = false
      drawIfWanted()
    })
    let over = false
    const overWith = (drawn: boolean) => {
      if (over || stopped) return
      over = true
      unsettled = false
      cancelPatience()
      if (drawn) onDrawn()
      drawIfWanted()
    }
    const cancelPatience = frames.after(settlePatience, () => overWith(false))
    try {
      draw()
    } finally {
      settled(() => overWith(true))
    }
  }
  const drawIfWanted = () => {
    if (wanted === 'now' && !inFrame && !unsettled && !stopped) drawNow()
  }
  const urge = () => {
    wanted = 'now'
    drawIfWanted()
  }

  return {
    want(when) {
      if (stopped || wanted === 'now' || wanted === when) return
      if (when === 'now') return urge()
      wanted = 'soon'
      cancelSoon = frames.after(backgroundEvery, urge)
    },
    stop() {
      stopped = true
      cancelSoon()
    },
  }
}
