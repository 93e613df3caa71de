import type { Socket } from 'node:net'
import { createFrameSplitter, type StreamItem } from '../../../shared/dc09/frame-splitter'
import { minute, second } from '../../../shared/lang/instant'
import type { Clock } from '../../../shared/timeline/clock-port'
import { senderOf } from '../sender'
import type { SourcePace } from '../source-pace'
import type { Dc09Metrics } from './dc09-metrics'
import type { Dc09Intake } from './intake'

export interface ConnectionLimits {
  /** Silence after which a connection is closed, ms: longer than the polls of kept connections are apart. */
  readonly idle: number
  /** Time from a frame's first byte to its last, ms: a sender of one byte a second holds no place for ever. */
  readonly slowestFrame: number
  /** Bytes without an end of frame after which the sender will surely never end one. */
  readonly endless: number
  /** Frames without an answer yet, after which no more is read: a sender waits instead of filling the memory. */
  readonly unanswered: number
}

export const connectionLimits: ConnectionLimits = {
  idle: 10 * minute,
  slowestFrame: 30 * second,
  endless: 64 * 1024,
  unanswered: 256,
}

export interface ConnectionParts {
  readonly intake: Dc09Intake
  readonly clock: Clock
  readonly limits: ConnectionLimits
  readonly metrics: Dc09Metrics
  readonly pace: SourcePace
}

/** Serves one panel or receiver until it or we hang up. `finish` reads no more and closes when all is answered. */
export function serveConnection(
  socket: Socket,
  { intake, clock, limits, metrics, pace }: ConnectionParts,
): { finish(): void } {
  const sender = senderOf('dc09-tcp', socket.remoteAddress, socket.remotePort)
  const splitter = createFrameSplitter()
  let unanswered = 0
  let finishing = false
  let cancelDeadline: (() => void) | null = null
  /** Its address sends too fast: it is read again when this is called off. */
  let cancelRest: (() => void) | null = null

  const take = (item: StreamItem, why: string) => {
    if (item.kind !== 'frame') return intake.unframed(item, sender, why)
    unanswered += 1
    rest(pace.take(sender.address, clock.now()))
    void intake.frame(item.bytes, sender).then(answer)
  }
  /** What has been read is taken; no more is, until the address is back within its pace. */
  const rest = (ms: number) => {
    if (ms <= 0 || cancelRest !== null) return
    metrics.slowed('source-rate')
    cancelRest = clock.after(ms, () => {
      cancelRest = null
      steer()
    })
  }
  const answer = (reply: Uint8Array | null) => {
    unanswered -= 1
    if (reply !== null && socket.writable) socket.write(reply)
    steer()
  }
  /** Reads on, waits, or closes, as the answers allow. */
  const steer = () => {
    if (finishing && unanswered === 0) return socket.destroySoon()
    const busy = finishing || cancelRest !== null || unanswered >= limits.unanswered || socket.writableNeedDrain
    if (busy !== socket.isPaused()) busy ? socket.pause() : socket.resume()
  }
  const takeRest = (why: string): boolean => {
    const items = splitter.end()
    for (const item of items) take(item, why)
    return items.some((item) => item.kind !== 'noise' || !item.harmless)
  }
  const hangUp = (why: 'too-slow' | 'endless' | 'idle') => {
    metrics.hungUp(why)
    socket.destroy()
  }
  const watchFrame = (begun: boolean) => {
    const unfinished = splitter.pending() > 0
    if (cancelDeadline !== null && (begun || !unfinished)) {
      cancelDeadline()
      cancelDeadline = null
    }
    if (unfinished) cancelDeadline ??= clock.after(limits.slowestFrame, endSlowFrame)
  }
  const endSlowFrame = () => {
    cancelDeadline = null
    // Padding after a frame is no frame that fails to end.
    if (takeRest('No whole frame within the time a frame may take')) hangUp('too-slow')
  }

  socket.on('data', (chunk: Buffer) => {
    const items = splitter.push(chunk)
    for (const item of items) take(item, 'Bytes outside a frame')
    if (splitter.pending() > limits.endless) {
      takeRest('A frame without an end')
      return hangUp('endless')
    }
    watchFrame(items.length > 0)
    steer()
  })
  const finish = () => {
    finishing = true
    steer()
  }
  socket.on('end', () => {
    takeRest('The sender closed in the middle of a frame')
    finish()
  })
  socket.on('drain', steer)
  socket.on('close', () => {
    cancelDeadline?.()
    cancelRest?.()
    takeRest('The connection broke in the middle of a frame')
  })
  // Followed by 'close'; a panel that vanishes is nothing the hub can do anything about.
  socket.on('error', () => {})
  socket.setTimeout(limits.idle, () => hangUp('idle'))
  return { finish }
}
