/**
 * Work of one door in pieces, one piece in a turn of the loop: between two of them everything else
 * has its chance, a hold-up on another line first of all.
 */
export function createTurns(inNextTurn: (work: () => void) => unknown = setImmediate) {
  const waiting: (() => void)[] = []
  let called = false
  const call = () => {
    if (called || waiting.length === 0) return
    called = true
    inNextTurn(run)
  }
  const run = () => {
    called = false
    const work = waiting.shift()
    call()
    work?.()
  }
  return {
    /** Does this piece in a turn of its own, after those that were asked for before it. */
    add(work: () => void): void {
      waiting.push(work)
      call()
    },
  }
}
export type Turns = ReturnType<typeof createTurns>

/**
 * What one connection or batch may have judged in one turn, some 3 ms: messages of usual length.
 */
export const inOneTurn = 16
/**
 * What of it is judged on the spot, in the turn that has read it: one turn reads all lines of a
 * door, and in a storm each has brought a segment.
 */
export const onTheSpot = 2
