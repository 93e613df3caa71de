/** When the screen is drawn: a port, so that tests turn frames by hand. */
export interface Frames {
  /** Calls back once before the next frame is drawn; returns what cancels it. */
  next(call: () => void): () => void
  /** Calls back once after `ms`; returns what cancels it. */
  after(ms: number, call: () => void): () => void
}

/**
 * A hidden window draws no frames; what arrives is folded after this long all the same (ms), and
 * the room never lags.
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
