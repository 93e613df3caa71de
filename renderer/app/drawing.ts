import type { Frames } from '../console/frames'
import type { Settled } from './settling'

/** What asks nothing of anybody is drawn ten times a second, not with every frame (ms). */
const backgroundEvery = 100
/**
 * A screen that does not say that it has settled is handed the next all the same after this long
 * (ms): it may be failing.
 */
const settlePatience = 1_000

/** When the screen is drawn, and what it is drawn with. */
export interface ScreenPorts {
  readonly frames: Frames
  readonly settled: Settled
}

export interface Drawing {
  /**
   * `now`: in time for the next frame. `soon`: with what else comes in the next tenth of a second.
   */
  want(when: 'now' | 'soon'): void
  stop(): void
}

/**
 * Calls `draw` at most once a frame, and never before React has finished with the last drawing.
 * React counts how often it is given something new before it has finished, and gives up at fifty:
 * in a burst each drawing left an effect behind that the next one overtook, and the count never
 * fell. `onDrawn` is called when a drawing has settled.
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
