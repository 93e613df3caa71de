/** When the screen is drawn: a port, so that tests turn frames by hand. */
export interface Frames {
  /** Calls back once before the next frame; returns the function that cancels it. */
  next(call: () => void): () => void
  /** Calls back once after `ms`; returns the function that cancels it. */
  after(ms: number, call: () => void): () => void
}

/**
 * ms. A hidden window draws no frames; after this long, news is folded all the same, so the room
 * never lags.
 */
const longestWait = 50

export const browserFrames: Frames = {
  next(call) {
    const cancel = () => {
      cancelAnimationFrame(frame)
      window.clearTimeout(timer)
    }
    const once = () => {
      cancel()
      call()
    }
    const frame = requestAnimationFrame(once)
    const timer = window.setTimeout(once, longestWait)
    return cancel
  },
  after(ms, call) {
    const timer = window.setTimeout(call, ms)
    return () => window.clearTimeout(timer)
  },
}
