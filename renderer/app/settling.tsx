import { startTransition, useEffect, useLayoutEffect, useState } from 'react'

/**
 * Calls back once everything given to the screen so far has been drawn, including what its effects
 * changed.
 */
export type Settled = (call: () => void) => void

export interface Settling {
  readonly settled: Settled
  /** For the sign alone: `ask` makes React draw the sign again. */
  connect(ask: () => void): () => void
  tell(): void
}

export function createSettling(): Settling {
  let waiting: (() => void)[] = []
  let ask: (() => void) | null = null
  const tell = () => {
    const calls = waiting
    waiting = []
    for (const call of calls) call()
  }
  return {
    settled(call) {
      waiting.push(call)
      // Nothing is on screen yet, so nothing is left to draw.
      if (ask) ask()
      else queueMicrotask(tell)
    },
    connect(given) {
      ask = given
      return () => {
        ask = null
        tell()
      }
    },
    tell,
  }
}

/**
 * Draws nothing. React does transitions last, when nothing more urgent is left: once this component
 * has been drawn in one, the screen has settled.
 */
export function SettledSign({ settling }: { settling: Settling }) {
  const [turn, setTurn] = useState(0)
  useEffect(() => settling.connect(() => startTransition(() => setTurn((n) => n + 1))), [settling])
  useLayoutEffect(() => {
    if (turn > 0) settling.tell()
  }, [settling, turn])
  return null
}
