/** Lanes share what may be under way: no lane can fill another's share. */
export type Lane = 'urgent' | 'urgentOfStrangers' | 'rest'

/**
 * Strangers are accounts that stand in no register: anybody can make up as many of them as they
 * like.
 */
export const laneOf = (urgent: boolean, known: boolean): Lane =>
  urgent ? (known ? 'urgent' : 'urgentOfStrangers') : 'rest'

export interface Waiting {
  readonly account: string
  readonly source: string
  readonly lane: Lane
  /** Its weight (see bulk.ts): a message may hold many signals. */
  readonly bulk: number
  /** `leave` is called once, when the message is done, however it ended. */
  begin(leave: () => void): void
}

interface Turn {
  readonly message: Waiting
  begun: boolean
}

/** Empty places kept, beyond the number of waiting ones; more are removed. */
const mostEmpty = 1_024

/**
 * How much of each lane may be under way, as a multiple of the share of `rest`; the lanes that go
 * first come first. Some hundred real hold-ups at once, more than anybody has seen, do not wait for
 * each other. Thousands, which are made up, cannot pile up in front of the disk.
 */
const shares: readonly (readonly [Lane, number])[] = [
  ['urgent', 3],
  ['urgentOfStrangers', 1],
  ['rest', 1],
]

/**
 * The order in which messages are judged. Each lane has a limit on what may be under way, counted
 * by what messages hold. Messages beyond it wait here, and the networks they came from take turns,
 * so a flood from one network costs another a wait of one message. An urgent message goes behind
 * earlier messages of the same account, which then count in its lane. So the order within an
 * account never changes, and no storm of other accounts delays a hold-up. No step gets slower when
 * more messages wait.
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
        // Earlier messages of its account go first.
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

/** The waiting messages of a lane, and how much of it is under way. */
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

/** Places of several networks, each in order of arrival; the networks take turns. */
function createTurns(waiting: () => number) {
  const lines = new Map<string, Line>()
  return {
    push(turn: Turn): void {
      const { source } = turn.message
      const line = lines.get(source) ?? createLine(waiting)
      lines.set(source, line)
      line.push(turn)
    },
    first(): Turn | undefined {
      for (const [source, line] of lines) {
        const turn = line.first()
        if (turn !== undefined) return turn
        lines.delete(source)
      }
      return undefined
    },
    turn(source: string): void {
      const line = lines.get(source)
      if (line === undefined) return
      lines.delete(source)
      lines.set(source, line)
    },
  }
}

/**
 * Places in order of arrival; some of them begin out of turn. `waiting` counts those that have not
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
    first(): Turn | undefined {
      while (turns[front]?.begun) front += 1
      return turns[front]
    },
  }
}
type Line = ReturnType<typeof createLine>
