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

/** Places that are empty and still held, besides as many as wait: beyond it they are let go. */
const mostEmpty = 1_024

/**
 * How many times as many as of others may be under way for the sake of urgent ones: some hundred hold-ups at once, which
 * nobody has seen, wait for none of each other; thousands, which are made up, cannot pile up in front of the disk.
 */
const urgentFactor = 4

/**
 * The order in which messages are judged. So many may be under way at once; what comes on top waits here. Urgent ones are let
 * through beyond that, up to four times as many, behind whatever came before them of the same account: the order of an account
 * is never changed, and no storm of other accounts stands in front of a hold-up. How much waits makes no step slower.
 */
export function createLanes(underWayAtOnce: number) {
  let underWay = 0
  let count = 0
  /** Everything that waits, in the order it came. */
  const all = createLine(() => count)
  /** The urgent ones of it. */
  const urgent = createLine(() => count)
  const ofAccount = new Map<string, ReturnType<typeof createLine>>()

  const wait = (message: Waiting) => {
    const place = { message, begun: false }
    const { account } = message
    const own = ofAccount.get(account) ?? createLine(() => count)
    ofAccount.set(account, own)
    for (const line of message.urgent ? [all, own, urgent] : [all, own]) line.push(place)
    count += 1
  }

  const begin = (message: Waiting) => {
    underWay += 1
    message.begin()
  }
  const beginPlace = (place: Place) => {
    place.begun = true
    count -= 1
    const { account } = place.message
    if (ofAccount.get(account)?.first() === undefined) ofAccount.delete(account)
    begin(place.message)
  }

  const next = () => {
    for (let place = urgent.first(); place !== undefined; place = urgent.first()) {
      if (underWay >= urgentFactor * underWayAtOnce) return
      // What came before it of its account goes first.
      beginPlace(ofAccount.get(place.message.account)?.first() ?? place)
    }
    // Of an account the first of all is the first of its own.
    for (let place = all.first(); place !== undefined && underWay < underWayAtOnce; place = all.first())
      beginPlace(place)
  }

  return {
    waiting: () => count,
    enter(message: Waiting): void {
      if (count === 0 && underWay < underWayAtOnce) begin(message)
      else {
        wait(message)
        if (message.urgent) next()
      }
    },
    /** A message is done, however it ended. */
    leave(): void {
      underWay -= 1
      next()
    },
  }
}
export type Lanes = ReturnType<typeof createLanes>

/** Places in the order they came, of which some begin out of turn. `waiting`: how many have not begun, here or elsewhere. */
function createLine(waiting: () => number) {
  let places: Place[] = []
  let front = 0
  return {
    push(place: Place): void {
      if (places.length > 2 * waiting() + mostEmpty) {
        places = places.slice(front).filter(({ begun }) => !begun)
        front = 0
      }
      places.push(place)
    },
    /** The first that has not begun. */
    first(): Place | undefined {
      while (places[front]?.begun) front += 1
      return places[front]
    },
  }
}
