export interface PacePorts {
  readonly now: () => number
  /** Calls back after `ms`; returns the function that cancels it. */
  readonly after: (ms: number, call: () => void) => () => void
}

export interface Pace {
  want(): void
  stop(): void
}

/**
 * Calls `act` at once when wanted, but at least `rest` ms after the last call; requests in between
 * become one call at the end of the rest.
 */
export function createPace(rest: number, { now, after }: PacePorts, act: () => void): Pace {
  let acted = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null
  const actNow = () => {
    cancel = null
    acted = now()
    act()
  }
  return {
    want() {
      if (cancel) return
      const left = acted + rest - now()
      if (left <= 0) actNow()
      else cancel = after(left, actNow)
    },
    stop() {
      cancel?.()
      cancel = null
    },
  }
}
