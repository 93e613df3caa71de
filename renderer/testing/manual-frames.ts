import type { Frames } from '../console/frames'

export interface ManualFrames extends Frames {
  /** Draws the next frame; returns how many calls waited for it. */
  draw(): number
  elapse(): void
}

export function createManualFrames(): ManualFrames {
  const frames = new Set<() => void>()
  const pauses = new Set<() => void>()
  const wait = (set: Set<() => void>, call: () => void) => {
    set.add(call)
    return () => set.delete(call)
  }
  const run = (set: Set<() => void>) => {
    const calls = [...set]
    set.clear()
    for (const call of calls) call()
    return calls.length
  }
  return {
    next: (call) => wait(frames, call),
    after: (_, call) => wait(pauses, call),
    draw: () => run(frames),
    elapse: () => void run(pauses),
  }
}
