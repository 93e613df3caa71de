/** A message that waits for its turn. */
export interface Waiting {
  readonly account: string
  readonly urgent: boolean
  begin(): void
}

interface Place {
  readonly message: Waiting
  begun: boolean
}

/** Places at the front that are empty and still held: beyond it they are let go. */
const mostEmpty = 1_024

/**
 * The order in which messages are judged. So many may be under way at once; what comes on top waits here, and urgent ones
 * are let through at once, behind whatever came before them of the same account: the order of an account is never
 * changed, and no storm of other accounts stands in front of a hold-up. How much waits makes no step slower.
 */
export function createLanes(underWayAtOnce: number) {
  let underWay = 0
  let count = 0
  /** In the order they came; before `front` all have begun, behind it those that urgent ones took along. */
  let queue: Place[] = []
  let front = 0
  const ofAccount = new Map<string, Place[]>()

  const begin = (message: Waiting) => {
    underWay += 1
    message.begin()
  }

  const wait = (message: Waiting) => {
    const place = { message, begun: false }
    queue.push(place)
    count += 1
    const others = ofAccount.get(message.account)
    if (others === undefined) ofAccount.set(message.account, [place])
    else others.push(place)
  }

  const beginAllOf = (account: string) => {
    const places = ofAccount.get(account)
    if (places === undefined) return
    ofAccount.delete(account)
    for (const place of places) {
      if (place.begun) continue
      place.begun = true
      count -= 1
      begin(place.message)
    }
  }

  const takeFirst = (): Waiting | null => {
    while (queue[front]?.begun) front += 1
    const place = queue[front]
    if (place === undefined) return null
    place.begun = true
    count -= 1
    front += 1
    if (front > mostEmpty && front * 2 > queue.length) {
      queue = queue.slice(front)
      front = 0
    }
    // Of an account the first in the queue is the first of its own; the last one takes the list along.
    const { account } = place.message
    if (ofAccount.get(account)?.at(-1) === place) ofAccount.delete(account)
    return place.message
  }

  const next = () => {
    while (count > 0 && underWay < underWayAtOnce) {
      const message = takeFirst()
      if (message === null) return
      begin(message)
    }
  }

  return {
    waiting: () => count,
    enter(message: Waiting): void {
      if (message.urgent) {
        beginAllOf(message.account)
        begin(message)
      } else if (count === 0 && underWay < underWayAtOnce) begin(message)
      else wait(message)
    },
    /** A message is done, however it ended. */
    leave(): void {
      underWay -= 1
      next()
    },
  }
}
export type Lanes = ReturnType<typeof createLanes>
