import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Frames, framesOf, type Load } from './frames'
import { createLatencies, type LatencyFigures } from './latencies'

/*
 * The panels of the ingest benchmark. A separate program, so that it takes nothing from the
 * measured process. It receives a job, makes its frames, says `prepared`, sends them on `go`, and
 * reports what came back.
 */

export interface Job extends Load {
  readonly port: number
  readonly connections: number
  /**
   * `kept`: each connection sends its next frame after the ACK. `fresh`: likewise, but each frame
   * has a new connection. `paced`: connections are kept, and frames go out at `perSecond` whether
   * or not ACKs arrive; an account always uses the same connection. `fresh-paced`: a new connection
   * for each frame, at that pace.
   */
  readonly pace: 'kept' | 'fresh' | 'paced' | 'fresh-paced'
  readonly perSecond?: number
  /** Time before counting starts, s. */
  readonly warmUp: number
  /** Counted time, s; the job ends earlier when its frames are used up. */
  readonly seconds: number
}

export interface LoadResult {
  readonly sent: number
  readonly acknowledged: number
  /** Replies that were not an ACK of their frame. */
  readonly wrong: number
  readonly perSecond: number
  /** From writing a frame (`fresh`: from dialling) to its ACK, ms. */
  readonly ack: LatencyFigures
}

const host = '127.0.0.1'
/** How long to wait for the last ACKs, ms. */
const patience = 10_000

const CR = 0x0d
/** After LF, CRC and length: the opening quote of the token. */
const tokenAt = 9

/** Sequence, line and account, which a frame and its ACK have in common: `0001L0#1A2B`. */
function nameOf(frame: Buffer): string {
  const text = frame.toString('latin1', tokenAt)
  return text.slice(text.indexOf('"', 1) + 1, text.indexOf('['))
}

/** Checks the token's text instead of decoding the frame, because the other core needs the time. */
function isAck(answer: Buffer): boolean {
  const token = answer.toString('latin1', tokenAt, tokenAt + 6)
  return answer[answer.length - 1] === CR && (token.startsWith('"ACK"') || token === '"*ACK"')
}

function createTally(job: Job, frames: Frames) {
  const latencies = createLatencies()
  const begin = performance.now()
  const from = begin + job.warmUp * 1_000
  const until = from + job.seconds * 1_000
  let sent = 0
  let acknowledged = 0
  let counted = 0
  let wrong = 0
  let last = from
  return {
    /** The next frame's index, or -1 when time or frames have run out. */
    next: (): number => (sent < frames.count && performance.now() < until ? sent++ : -1),
    answered(answer: Buffer, index: number, at: number) {
      const now = performance.now()
      if (!isAck(answer) || nameOf(answer) !== nameOf(frames.frame(index))) {
        wrong += 1
        return
      }
      acknowledged += 1
      if (now < from || now > until) return
      counted += 1
      last = now
      latencies.add(now - at)
    },
    settled: async () => {
      const deadline = performance.now() + patience
      while (acknowledged + wrong < sent && performance.now() < deadline) await sleep(5)
    },
    result: (): LoadResult => ({
      sent,
      acknowledged,
      wrong,
      // If the frames run out early, the counted time ends with the last ACK.
      perSecond:
        Math.round((counted / (sent < frames.count ? job.seconds : (last - from) / 1_000)) * 10) /
        10,
      ack: latencies.figures(),
    }),
  }
}
type Tally = ReturnType<typeof createTally>

/**
 * Each line has its own address, as senders in the field do, because the hub limits each address's
 * pace.
 */
const addressOf = (line: number): string => `127.0.1.${1 + (line % 250)}`

function createPanels(job: Job, frames: Frames, tally: Tally) {
  const { port, connections, perSecond = 1_000 } = job
  const dial = (line: number): Socket =>
    connect({ host, port, localAddress: addressOf(line), noDelay: true })

  /** Sends the next frame whenever the ACK of the last is there. */
  const keepSending = async (line: number): Promise<void> => {
    const socket = dial(line)
    await once(socket, 'connect')
    let index = -1
    let at = 0
    const send = () => {
      index = tally.next()
      if (index < 0) return void socket.end()
      at = performance.now()
      socket.write(frames.frame(index))
    }
    socket.on('data', (answer) => {
      tally.answered(answer, index, at)
      send()
    })
    const closed = once(socket, 'close')
    send()
    await closed
  }

  /** One frame over its own connection. */
  const sendFresh = async (line: number, index: number): Promise<void> => {
    const at = performance.now()
    const socket = dial(line)
    socket.on('connect', () => socket.write(frames.frame(index)))
    socket.on('data', (answer) => {
      tally.answered(answer, index, at)
      socket.end()
    })
    await once(socket, 'close')
  }

  const keepDialling = async (line: number): Promise<void> => {
    for (let index = tally.next(); index >= 0; index = tally.next()) await sendFresh(line, index)
  }

  /**
   * An open line that may have several frames in flight; replies come in the order in which signals
   * became durable.
   */
  const openLine = async (line: number) => {
    const socket = dial(line)
    await once(socket, 'connect')
    const waiting = new Map<string, { readonly index: number; readonly at: number }>()
    let rest: Buffer = Buffer.alloc(0)
    socket.on('data', (chunk) => {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      for (let end = rest.indexOf(CR); end >= 0; end = rest.indexOf(CR)) {
        const answer = rest.subarray(0, end + 1)
        const due = waiting.get(nameOf(answer))
        tally.answered(answer, due?.index ?? 0, due?.at ?? 0)
        rest = rest.subarray(end + 1)
      }
    })
    return {
      send(index: number) {
        waiting.set(nameOf(frames.frame(index)), { index, at: performance.now() })
        socket.write(frames.frame(index))
      },
      close: () => socket.end(),
    }
  }

  /** Calls `send` for `perSecond` frames a second, spread evenly, until time or frames run out. */
  const atPace = async (send: (index: number) => void): Promise<void> => {
    const begin = performance.now()
    for (let sent = 0; ; await sleep(2)) {
      const due = Math.floor(((performance.now() - begin) / 1_000) * perSecond)
      for (; sent < due; sent += 1) {
        const index = tally.next()
        if (index < 0) return tally.settled()
        send(index)
      }
    }
  }

  const sendPaced = async (): Promise<void> => {
    const lines = await Promise.all(
      Array.from({ length: connections }, (_, line) => openLine(line)),
    )
    await atPace((index) => lines[index % connections]?.send(index))
    for (const line of lines) line.close()
  }
  const onEachLine = async (work: (line: number) => Promise<void>): Promise<void> => {
    await Promise.all(Array.from({ length: connections }, (_, line) => work(line)))
  }
  return {
    kept: () => onEachLine(keepSending),
    fresh: () => onEachLine(keepDialling),
    paced: sendPaced,
    'fresh-paced': () => atPace((index) => void sendFresh(index, index)),
  } satisfies Record<Job['pace'], () => Promise<void>>
}

async function run(job: Job, frames: Frames): Promise<LoadResult> {
  const tally = createTally(job, frames)
  await createPanels(job, frames, tally)[job.pace]()
  return tally.result()
}

async function main(): Promise<void> {
  // When the benchmark is gone, nobody wants the results. We close the channel ourselves at the end
  // of this function.
  process.once('disconnect', () => process.exit())
  const [job] = (await once(process, 'message')) as [Job]
  const frames = framesOf(job)
  process.send?.('prepared')
  await once(process, 'message')
  process.send?.(await run(job, frames))
  process.disconnect()
}

await main()
