/** Who shares what may be under way: nobody can fill the share of another lane. */
export type Lane = 'urgent' | 'urgentOfStrangers' | 'rest'

/**
 * Strangers are accounts that stand in no register: anybody can make up as many of them as they
 * like.
 */
export const laneOf = (urgent: boolean, known: boolean): Lane =>
  urgent ? (known ? 'urgent' : 'urgentOfStrangers') : 'rest'

/** A message that waits for its turn. */
export interface Waiting {
  readonly account: string
  /** The network it came from. */
  readonly source: string
  readonly lane: Lane
  /** What it counts for, see bulk.ts: a message may hold many signals. */
  readonly bulk: number
  /** `leave` is called once, when the message is done, however it ended. */
  begin(leave: () => void): void
}

interface Turn {
  readonly message: Waiting
  begun: boolean
}

/** Places that are empty and still held, besides as many as wait: beyond it they are let go. */
const mostEmpty = 1_024

/**
 * How many times as many as of others may be under way of each lane, those that go first at the
 * head: some hundred hold-ups at once, which nobody has seen, wait for none of each other;
 * thousands, which are made up, cannot pile up in front of the disk.
 */
const shares: readonly (readonly [Lane, number])[] = [
  ['urgent', 3],
  ['urgentOfStrangers', 1],
  ['rest', 1],
]

/**
 * The order in which messages are judged. So much of each lane may be under way at once, by what
 * messages hold; what comes on top waits here, and the networks it came from have a turn each: a
 * flood from one of them costs another one message's wait. An urgent one goes behind whatever came
 * before it of the same account, which then counts in its lane: the order of an account is never
 * changed, and no storm of other accounts stands in front of a hold-up. How much waits makes no
 * step slower.
 */
export function createLanes(underWayAtOnce: number) {
  let count = 0
  const waiting = () => count
  const lanes = new Map(
    shares.map(([lane, times]) => [lane, createShare(times * underWayAtOnce, waiting)]),
  )
  const ofAccount = new Map<string, Line>()

  const wait = (message: Waiting, share: Share) => {
    const turn = { message, begun: false }
    const own = ofAccount.get(message.account) ?? createLine(waiting)
    ofAccount.set(message.account, own)
    own.push(turn)
    share.turns.push(turn)
    count += 1
  }
  const begin = (message: Waiting, share: Share) => {
    share.underWay += message.bulk
    message.begin(() => {
      share.underWay -= message.bulk
      next()
    })
  }
  const beginTurn = (turn: Turn, share: Share) => {
    turn.begun = true
    count -= 1
    const { account } = turn.message
    if (ofAccount.get(account)?.first() === undefined) ofAccount.delete(account)
    begin(turn.message, share)
  }
  const next = () => {
    for (const share of lanes.values())
      for (
        let turn = share.turns.first();
        turn && share.underWay < share.most;
        turn = share.turns.first()
      ) {
        share.turns.turn(turn.message.source)
        // What came before it of its account goes first.
        beginTurn(ofAccount.get(turn.message.account)?.first() ?? turn, share)
      }
  }

  return {
    waiting,
    enter(message: Waiting): void {
      const share = lanes.get(message.lane)
      if (share === undefined) throw new Error(`There is no lane ${message.lane}`)
      if (count === 0 && share.underWay < share.most) begin(message, share)
      else {
        wait(message, share)
        next()
      }
    },
  }
}
export type Lanes = ReturnType<typeof createLanes>

/** What waits of a lane, and how much of it is under way. */
interface Share {
  readonly most: number
  readonly turns: ReturnType<typeof createTurns>
  underWay: number
}
const createShare = (most: number, waiting: () => number): Share => ({
  most,
  turns: createTurns(waiting),
  underWay: 0,
})

/** Places of several networks, each in the order they came; the networks take turns. */
function createTurns(waiting: () => number) {
  const lines = new Map<string, Line>()
  return {
    push(turn: Turn): void {
      const { source } = turn.message
      const line = lines.get(source) ?? createLine(waiting)
      lines.set(source, line)
      line.push(turn)
    },
    /** The first of the network whose turn it is. */
    first(): Turn | undefined {
      for (const [source, line] of lines) {
        const turn = line.first()
        if (turn !== undefined) return turn
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

/**
 * Places in the order they came, of which some begin out of turn. `waiting`: how many have not
 * begun, here or elsewhere.
 */
function createLine(waiting: () => number) {
  let turns: Turn[] = []
  let front = 0
  return {
    push(turn: Turn): void {
      if (turns.length > 2 * waiting() + mostEmpty) {
        turns = turns.slice(front).filter(({ begun }) => !begun)
        front = 0
      }
      turns.push(turn)
    },
    /** The first that has not begun. */
    first(): Turn | undefined {
      while (turns[front]?.begun) front += 1
      return turns[front]
    },
  }
}
type Line = ReturnType<typeof createLine>
