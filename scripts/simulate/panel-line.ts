import { connect } from 'node:net'
import { decodeFrame } from '../../shared/dc09/decode-frame'
import { createFrameSplitter } from '../../shared/dc09/frame-splitter'

export interface Ack {
  /** ACK, NAK or DUH. */
  readonly token: string
  readonly sequence: string
  readonly account: string | null
  readonly bytes: Uint8Array
}

/**
 * One TCP connection to a receiver. It carries one frame at a time: the next goes out when the
 * reply is in.
 */
export interface PanelLine {
  /**
   * Resolves with the receiver's reply to this frame. Rejects when none came in time (ms), or the
   * line is lost.
   */
  send(frame: Uint8Array, timeout?: number): Promise<Ack>
  close(): void
  readonly closed: Promise<void>
}

export interface PanelLineOptions {
  readonly host: string
  readonly port: number
}

/**
 * How long a panel waits for its ACK: the shortest a sender may (DC-09-2007 C.1.3.15: 5 to 60 s),
 * ms.
 */
export const replyTimeout = 5_000

interface Waiting {
  readonly matches: (reply: Ack) => boolean
  readonly settle: (result: Ack | Error) => void
}

export function connectPanelLine({ host, port }: PanelLineOptions): Promise<PanelLine> {
  const socket = connect({ host, port, noDelay: true })
  const splitter = createFrameSplitter()
  let waiting: Waiting | null = null
  let last: Promise<unknown> = Promise.resolve()

  socket.on('data', (chunk) => {
    for (const item of splitter.push(chunk)) {
      const reply = item.kind === 'frame' ? replyIn(item.bytes) : null
      // A reply nobody waits for any more belongs to an attempt that timed out.
      if (reply !== null && waiting?.matches(reply)) waiting.settle(reply)
    }
  })
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      waiting?.settle(new Error('The line was lost before the reply'))
      resolve()
    })
  })

  const exchange = (frame: Uint8Array, timeout: number): Promise<Ack> =>
    new Promise((resolve, reject) => {
      if (socket.destroyed || !socket.writable) return reject(new Error('The line is closed'))
      const timer = setTimeout(
        () => waiting?.settle(new Error(`No reply within ${timeout} ms`)),
        timeout,
      )
      waiting = {
        matches: replyTo(frame),
        settle: (result) => {
          clearTimeout(timer)
          waiting = null
          if (result instanceof Error) reject(result)
          else resolve(result)
        },
      }
      socket.write(frame)
    })

  const line: PanelLine = {
    closed,
    send: (frame, timeout = replyTimeout) => {
      const turn = last.then(() => exchange(frame, timeout))
      last = turn.catch(() => undefined)
      return turn
    },
    close: () => socket.destroy(),
  }
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () => {
      // The loss of an open line is told by `close`; without a listener the error would end the
      // process.
      socket.on('error', () => undefined)
      resolve(line)
    })
  })
}

function replyIn(bytes: Uint8Array): Ack | null {
  const frame = decodeFrame(bytes)
  if (frame.kind !== 'frame') return null
  return { token: frame.token, sequence: frame.sequence, account: frame.account, bytes }
}

/** A NAK names no sequence; everything else must name the frame's own. */
function replyTo(sent: Uint8Array): (reply: Ack) => boolean {
  const frame = decodeFrame(sent)
  // Broken on purpose: whatever comes back is the reply.
  if (frame.kind !== 'frame') return () => true
  return ({ token, sequence, account }) =>
    token === 'NAK' ||
    (sequence === frame.sequence && account?.toUpperCase() === frame.account?.toUpperCase())
}
