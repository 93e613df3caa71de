import type { Socket } from 'node:net'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { SourcePace } from '../../limits/source-pace'
import { plainAddress } from '../../network-of'
import { senderOf } from '../../reception/sender'
import { type StreamConnection, type StreamLimits, serveStream } from '../stream-connection'
import type { Turns } from '../turns'
import type { LineFormat } from './line-format'
import type { LineIntake } from './line-intake'
import type { LineWatch } from './line-watch'
import type { ReceiverLine } from './receiver-lines'
import type { LineMetrics } from './receiver-metrics'

export interface LineParts {
  readonly receiverLine: ReceiverLine
  readonly format: LineFormat
  readonly intake: LineIntake
  readonly watch: LineWatch
  readonly clock: Clock
  readonly metrics: LineMetrics
  readonly limits: StreamLimits
  readonly pace: SourcePace
  readonly turns: Turns
  /** The number of receiver lines. They share the connections that receivers may open. */
  readonly receiverLines: number
}

/** Serves one connected receiver; `heard` is called before each of its lines. */
export function serveReceiver(
  socket: Socket,
  parts: LineParts,
  heard: () => void = () => {},
): StreamConnection {
  const { receiverLine, format, intake, clock, metrics, limits } = parts
  const sender = senderOf(
    receiverLine.format,
    plainAddress(socket.remoteAddress),
    socket.remotePort,
  )
  const lines = intake.open(sender, (bytes) => {
    if (socket.writable) socket.write(bytes)
  })
  const message = (bytes: Uint8Array) => {
    heard()
    return lines.message(bytes)
  }
  metrics.connections(1)
  socket.on('close', () => {
    metrics.connections(-1)
    lines.stop()
  })
  return serveStream(socket, {
    splitter: format.splitter(),
    lineEnds: receiverLine.format === 'surgard' ? 'dc4' : 'lf',
    intake: { ...lines, message },
    clock,
    limits,
    turns: parts.turns,
    hungUp: metrics.hungUp,
    pace: (bytes) => parts.pace.admit(sender.address, bytes)?.wait ?? 0,
  })
}
