/** A message that waits for its turn. */
export interface Waiting {
  readonly account: string
  /** The network it came from. */
  readonly source: string
  readonly urgent: boolean
  /** What it counts for, see bulk.ts: a message may hold many signals. */
  readonly bulk: number
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
 * The order in which messages are judged. So much may be under way at once, by what messages hold; what comes on top waits
 * here, and the networks it came from have a turn each: a flood from one of them costs another one message's wait. Urgent ones are let
 * through beyond that, up to four times as many, behind whatever came before them of the same account: the order of an account
 * is never changed, and no storm of other accounts stands in front of a hold-up. How much waits makes no step slower.
 */
export function createLanes(underWayAtOnce: number) {
  let underWay = 0
  let count = 0
  /** Everything that waits. */
  const all = createTurns(() => count)
  /** The urgent ones of it. */
  const urgent = createTurns(() => count)
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
    underWay += message.bulk
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
      urgent.turn(place.message.source)
      // What came before it of its account goes first.
      beginPlace(ofAccount.get(place.message.account)?.first() ?? place)
    }
    for (let place = all.first(); place !== undefined && underWay < underWayAtOnce; place = all.first()) {
      all.turn(place.message.source)
      beginPlace(ofAccount.get(place.message.account)?.first() ?? place)
    }
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
    leave(bulk = 1): void {
      underWay -= bulk
      next()
    },
  }
}
export type Lanes = ReturnType<typeof createLanes>

/** Places of several networks, each in the order they came; the networks take turns. */
function createTurns(waiting: () => number) {
  const lines = new Map<string, ReturnType<typeof createLine>>()
  return {
    push(place: Place): void {
      const { source } = place.message
      const line = lines.get(source) ?? createLine(waiting)
      lines.set(source, line)
      line.push(place)
    },
    /** The first of the network whose turn it is. */
    first(): Place | undefined {
      for (const [source, line] of lines) {
        const place = line.first()
        if (place !== undefined) return place
        lines.delete(source)
      }
      return undefined
    },
    /** The network has had its turn. */
    turn(source: string): void {
      const line = lines.get(source)
      if (line === undefined) return
      lines.delete(source)
      lines.set(source, line)
    },
  }
}

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
