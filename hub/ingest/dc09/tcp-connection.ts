import type { Socket } from 'node:net'
import { createFrameSplitter } from '../../../shared/dc09/frame-splitter'
import type { Clock } from '../../../shared/timeline/clock-port'
import type { SourcePace } from '../../limits/source-pace'
import { senderOf } from '../../reception/sender'
import {
  type Crowd,
  type StreamConnection,
  type StreamLimits,
  serveStream,
} from '../stream-connection'
import type { Turns } from '../turns'
import type { Dc09Metrics } from './dc09-metrics'
import type { Dc09Intake } from './intake'

export interface ConnectionParts {
  readonly intake: Dc09Intake
  readonly clock: Clock
  readonly limits: StreamLimits
  readonly metrics: Dc09Metrics
  readonly pace: SourcePace
  readonly crowd: Crowd
  readonly turns: Turns
}

/**
 * Serves one panel or receiver. Each frame is answered as soon as its answer is ready, so answers
 * go out in the order in which they become ready.
 */
export function serveConnection(
  socket: Socket,
  { intake, clock, limits, metrics, pace, crowd, turns }: ConnectionParts,
): StreamConnection {
  const sender = senderOf('dc09-tcp', socket.remoteAddress, socket.remotePort)
  return serveStream(socket, {
    splitter: createFrameSplitter(),
    clock,
    limits,
    hungUp: metrics.hungUp,
    crowd,
    turns,
    intake: {
      message: (bytes) =>
        intake.frame(bytes, sender).then((reply) => {
          if (reply !== null && socket.writable) socket.write(reply)
        }),
      unframed: (item, why) => intake.unframed(item, sender, why),
    },
    pace(bytes) {
      const held = pace.admit(sender.address, bytes)
      if (held) metrics.slowed(held.why)
      return held?.wait ?? 0
    },
  })
}
