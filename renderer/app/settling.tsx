import { startTransition, useEffect, useLayoutEffect, useState } from 'react'

/**
 * Calls back once everything the screen was given before has been drawn, with all that its effects
 * changed in turn.
 */
export type Settled = (call: () => void) => void

export interface Settling {
  readonly settled: Settled
  /** For the sign alone: what asks React for the sign, and what the sign says. */
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
      // Nothing is on screen yet, so nothing is left to be drawn.
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
 * Draws nothing. A transition is what React does last, when nothing more urgent is left: once this
 * component has been drawn in one, the screen has settled.
 */
export function SettledSign({ settling }: { settling: Settling }) {
  const [turn, setTurn] = useState(0)
  useEffect(() => settling.connect(() => startTransition(() => setTurn((n) => n + 1))), [settling])
  useLayoutEffect(() => {
    if (turn > 0) settling.tell()
  }, [settling, turn])
  return null
}
