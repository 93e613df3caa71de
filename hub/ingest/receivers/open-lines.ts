import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { isLoopback } from '../../../node/is-loopback'
import type { EncodingOf } from '../../../shared/surgard/reading'
import type { Clock } from '../../../shared/timeline/clock-port'
import { createSourcePace, linePace } from '../../limits/source-pace'
import type { OnLine } from '../../reception/line-change'
import type { Reception } from '../../reception/reception-port'
import { type StreamLimits, streamLimits } from '../stream-connection'
import { createTurns } from '../turns'
import { dialLine } from './dial-line'
import type { LineParts } from './line-connection'
import { formatOf } from './line-format'
import { createLineIntake } from './line-intake'
import { createLineWatch } from './line-watch'
import { listenLine } from './listen-line'
import type { ReceiverLine } from './receiver-lines'
import { createReceiverMetrics, type LineMetrics } from './receiver-metrics'

export interface ReceiverLinesParts {
  readonly reception: Reception
  readonly clock: Clock
  readonly newId: () => string
  readonly registry: Registry
  readonly log: Logger
  /**
   * Called when a receiver line is lost and when it is heard again, and also when it is heard for
   * the first time. The line may have been lost when the hub stopped, so whoever records this must
   * check whether it is known as lost.
   */
  readonly onLine: OnLine
  readonly encodingOf?: EncodingOf
  readonly limits?: Partial<StreamLimits>
}

export interface ReceiverLines {
  /** Ports of the listening receiver lines, by the line's id. */
  readonly ports: ReadonlyMap<string, number>
  close(): Promise<void>
}

/**
 * Opens the receiver lines. Rejects with a sentence when one cannot listen; none then stays open.
 */
export async function openReceiverLines(
  receiverLines: readonly ReceiverLine[],
  parts: ReceiverLinesParts,
): Promise<ReceiverLines> {
  const metricsOf = createReceiverMetrics(parts.registry)
  const ports = new Map<string, number>()
  const turns = createTurns()
  const opened: { close(): Promise<void> }[] = []
  const close = async () => {
    await Promise.all(opened.map((receiverLine) => receiverLine.close()))
  }
  try {
    for (const receiverLine of receiverLines) {
      const { port, ...one } = await openLine(
        receiverLine,
        { ...parts, receiverLines: receiverLines.length, turns },
        metricsOf(receiverLine.id),
      )
      opened.push(one)
      if (port !== null) ports.set(receiverLine.id, port)
    }
  } catch (error) {
    await close()
    throw error
  }
  return { ports, close }
}

async function openLine(
  receiverLine: ReceiverLine,
  parts: ReceiverLinesParts & Pick<LineParts, 'receiverLines' | 'turns'>,
  metrics: LineMetrics,
) {
  const { reception, clock, newId, log, receiverLines, turns } = parts
  const onLine: OnLine = (linkId, change, detail) => {
    log[change === 'lost' ? 'warn' : 'info'](
      { receiverLine: linkId, detail },
      `Receiver line ${receiverLine.name} is ${change}`,
    )
    parts.onLine(linkId, change, detail)
  }
  if (
    receiverLine.mode === 'listen' &&
    receiverLine.from === undefined &&
    !isLoopback(receiverLine.host)
  )
    log.warn(
      { receiverLine: receiverLine.id },
      `Whoever reaches the port of receiver line ${receiverLine.name} can report for any account: name who may, in "from"`,
    )
  const watch = createLineWatch({ receiverLine, clock, metrics, onLine })
  const format = formatOf(receiverLine, parts.encodingOf)
  const intake = createLineIntake({
    receiverLine,
    format,
    reception,
    clock,
    newId,
    metrics,
    heard: watch.heard,
  })
  const limits = { ...streamLimits, ...parts.limits }
  const open = {
    receiverLine,
    format,
    intake,
    watch,
    clock,
    metrics,
    limits,
    pace: createSourcePace(linePace, clock),
    receiverLines,
    turns,
  }
  try {
    const listening = receiverLine.mode === 'listen' ? await listenLine(open) : null
    const connection = listening ?? dialLine(open)
    return {
      port: listening?.port ?? null,
      async close() {
        watch.stop()
        await connection.close()
        intake.stop()
      },
    }
  } catch (error) {
    watch.stop()
    intake.stop()
    throw error
  }
}
