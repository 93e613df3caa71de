/**
 * Does the work of one door in pieces, one piece per turn of the event loop. Between two pieces
 * everything else gets its chance, above all a hold-up on another line.
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
    /** Does this piece in its own turn, after those added before it. */
    add(work: () => void): void {
      waiting.push(work)
      call()
    },
  }
}
export type Turns = ReturnType<typeof createTurns>

/** Messages of usual length that one connection or batch may have judged in one turn, some 3 ms. */
export const inOneTurn = 16
/**
 * How many of them are judged immediately, in the turn that has read them. One turn reads all lines
 * of a door, and in a storm each has brought a segment.
 */
export const onTheSpot = 2
