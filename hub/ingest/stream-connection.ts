import type { Socket } from 'node:net'
import type { FrameSplitter, StreamItem } from '../../shared/dc09/frame-splitter'
import { createOtherProgramWatch, type LineEnds } from '../../shared/dc09/other-program'
import { minute, second } from '../../shared/lang/instant'
import { type Detail, detail } from '../../shared/signals/detail-codes'
import type { Clock } from '../../shared/timeline/clock-port'
import { createBacklog } from './backlog'
import { createTurns, type Turns } from './turns'

export interface StreamLimits {
  /**
   * Silence after which a connection is closed, ms: a sender that vanished must not hold its place
   * for ever.
   */
  readonly idle: number
  /**
   * Time from a message's first byte to its last, ms: a sender of one byte a second must not hold
   * its place for ever.
   */
  readonly slowestMessage: number
  /** Bytes without an end of message after which we assume that none will come. */
  readonly endless: number
  /** Messages under way at which reading stops: the sender waits instead of filling the memory. */
  readonly underWay: number
  /**
   * The same limit while the streams of a door together have more than `crowd` messages under way.
   * A storm on other lines then stays in the system's buffers, and a hold-up from a quiet line is
   * read at once instead of behind all that has arrived.
   */
  readonly fairShare: number
  readonly crowd: number
}

export const streamLimits: StreamLimits = {
  idle: 10 * minute,
  slowestMessage: 30 * second,
  endless: 64 * 1024,
  underWay: 256,
  fairShare: 8,
  crowd: 256,
}

/** Bytes kept from a program that is not a panel: the head of a request. */
const keptOfOther = 1_024

/** Passed with each segment read, whether or not bytes stood between its messages. */
const between = detail('between')

/** Messages that the streams of one door have under way together; each stream adds its own. */
export interface Crowd {
  underWay: number
}

export interface StreamIntake {
  /**
   * Takes one whole message and answers when it sees fit. Resolves when nothing of the message is
   * under way any more. Never rejects.
   */
  message(bytes: Uint8Array): Promise<void>
  /** Takes bytes that stood between messages, or never became one. */
  unframed(item: Unframed, why: Detail): void
}
export type Unframed = Exclude<StreamItem, { kind: 'frame' }>
export type HangUp = 'too-slow' | 'endless' | 'idle' | 'no-panel'

export interface StreamParts {
  readonly splitter: FrameSplitter
  readonly intake: StreamIntake
  readonly clock: Clock
  readonly limits: StreamLimits
  /** What ends a line here, and so where another program's line would begin. */
  readonly lineEnds?: LineEnds
  readonly hungUp: (why: HangUp) => void
  readonly crowd?: Crowd
  /** The door's turns: the messages of one segment are spread over several. */
  readonly turns?: Turns
  /**
   * Called for each message. Returns how long to stop reading, ms, when its source sends too fast.
   */
  readonly pace?: (bytes: number) => number
}

export interface StreamConnection {
  /** Reads no more, and closes when all that came is dealt with. */
  finish(): void
}

/** Serves one connected stream until the other side or the hub hangs up. */
export function serveStream(
  socket: Socket,
  {
    splitter,
    intake,
    clock,
    limits,
    hungUp,
    lineEnds,
    crowd = { underWay: 0 },
    turns = createTurns(),
    pace = () => 0,
  }: StreamParts,
): StreamConnection {
  const others = createOtherProgramWatch(lineEnds)
  let ended = false
  let underWay = 0
  let finishing = false
  /** The hub is stopping: what is not taken when the connection closes stays untaken. */
  let leaving = false
  let cancelDeadline: (() => void) | null = null
  /** Set while its source sends too fast; calling it resumes reading. */
  let cancelRest: (() => void) | null = null

  const take = (item: StreamItem, why: Detail) => {
    if (item.kind !== 'frame') return intake.unframed(item, why)
    underWay += 1
    crowd.underWay += 1
    rest(pace(item.bytes.length))
    void intake.message(item.bytes).then(() => {
      underWay -= 1
      crowd.underWay -= 1
      backlog.goOn()
      steer()
    })
  }
  const share = () => (crowd.underWay > limits.crowd ? limits.fairShare : limits.underWay)
  const mayTake = () => underWay < share()
  const backlog = createBacklog({ turns, take, mayTake, emptied: () => steer() })
  /** Stops reading for a while. What has been read is still taken. */
  const rest = (ms: number) => {
    if (ms <= 0 || cancelRest !== null || socket.destroyed) return
    cancelRest = clock.after(ms, () => {
      cancelRest = null
      steer()
    })
  }
  /** Reads on, waits, or closes, depending on what is under way. */
  const steer = () => {
    if (finishing && underWay === 0 && backlog.isEmpty()) return socket.destroySoon()
    const held = !backlog.isEmpty() || underWay >= share()
    const busy = finishing || cancelRest !== null || held || socket.writableNeedDrain
    if (busy !== socket.isPaused()) busy ? socket.pause() : socket.resume()
  }
  const takeRest = (why: Detail): boolean => {
    const items = splitter.end()
    backlog.add(items, why)
    return items.some((item) => item.kind !== 'noise' || !item.harmless)
  }
  const hangUp = (why: HangUp) => {
    hungUp(why)
    socket.destroy()
  }
  const watchMessage = (begun: boolean) => {
    const unfinished = splitter.pending() > 0
    if (cancelDeadline !== null && (begun || !unfinished)) {
      cancelDeadline()
      cancelDeadline = null
    }
    if (unfinished) cancelDeadline ??= clock.after(limits.slowestMessage, endSlowMessage)
  }
  const endSlowMessage = () => {
    cancelDeadline = null
    // The hub itself does not read on: the rest may have come long ago.
    if (socket.isPaused()) return watchMessage(false)
    // Line ends after a message do not count as a message that fails to end.
    if (takeRest(detail('slow'))) hangUp('too-slow')
  }
  const finish = () => {
    finishing = true
    steer()
  }

  /**
   * What came before is dealt with as usual. What comes now is kept as one item, gets no answer,
   * and is the last.
   */
  const endOther = (chunk: Buffer, speaks: string, from: number) => {
    backlog.add(splitter.push(chunk.subarray(0, from)), between)
    const begun = splitter.end().map(({ bytes }) => bytes)
    const bytes = new Uint8Array(
      Buffer.concat([...begun, chunk.subarray(from, from + keptOfOther)]),
    )
    backlog.add(
      [{ kind: 'noise', bytes, harmless: false }],
      detail('other-program', { protocol: speaks }),
    )
    ended = true
    watchMessage(true)
    hungUp('no-panel')
    finish()
  }

  socket.on('data', (chunk: Buffer) => {
    if (ended) return
    const other = others.see(chunk)
    if (other !== null) return endOther(chunk, other.speaks, other.from)
    const items = splitter.push(chunk)
    backlog.add(items, between)
    if (splitter.pending() > limits.endless) {
      takeRest(detail('endless'))
      return hangUp('endless')
    }
    watchMessage(items.length > 0)
    steer()
  })
  socket.on('end', () => {
    takeRest(detail('cut-off'))
    finish()
  })
  socket.on('drain', steer)
  socket.on('close', () => {
    cancelDeadline?.()
    cancelRest?.()
    takeRest(detail('broken'))
    if (leaving) backlog.drop()
  })
  // 'close' follows; the hub can do nothing about a sender that vanishes.
  socket.on('error', () => {})
  socket.setTimeout(limits.idle, () => hangUp('idle'))
  return {
    finish() {
      leaving = true
      finish()
    },
  }
}
