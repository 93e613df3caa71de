import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { isLoopback } from '../../../node/is-loopback'
import type { EncodingOf } from '../../../shared/surgard/reading'
import type { Clock } from '../../../shared/timeline/clock-port'
import { createSourcePace, linePace } from '../../limits/source-pace'
import type { OnLink } from '../../reception/link-change'
import type { Reception } from '../../reception/reception-port'
import { type StreamLimits, streamLimits } from '../stream-connection'
import { createTurns } from '../turns'
import { dialLink } from './dial-link'
import { formatOf } from './line-format'
import { createLineIntake } from './line-intake'
import type { LinkParts } from './link-connection'
import { createLinkWatch } from './link-watch'
import type { ReceiverLink } from './links'
import { listenLink } from './listen-link'
import { createReceiverMetrics, type LinkMetrics } from './receiver-metrics'

export interface ReceiverLinksParts {
  readonly reception: Reception
  readonly clock: Clock
  readonly newId: () => string
  readonly registry: Registry
  readonly log: Logger
  /**
   * Told when a link is lost and when it is heard again, and also when it is heard for the first
   * time: it may have been lost when the hub stopped, so whoever records this has to look whether
   * it is known as lost.
   */
  readonly onLink: OnLink
  /** How an account writes its texts. */
  readonly encodingOf?: EncodingOf
  readonly limits?: Partial<StreamLimits>
}

export interface ReceiverLinks {
  /** Ports of the links that listen, by the link's id. */
  readonly ports: ReadonlyMap<string, number>
  /** Takes nothing more; resolves when what was taken is dealt with. */
  close(): Promise<void>
}

/**
 * Opens the links to receivers. Rejects with a sentence when one cannot listen; then none stays
 * open.
 */
export async function openReceiverLinks(
  links: readonly ReceiverLink[],
  parts: ReceiverLinksParts,
): Promise<ReceiverLinks> {
  const metricsOf = createReceiverMetrics(parts.registry)
  const ports = new Map<string, number>()
  const turns = createTurns()
  const opened: { close(): Promise<void> }[] = []
  const close = async () => {
    await Promise.all(opened.map((link) => link.close()))
  }
  try {
    for (const link of links) {
      const { port, ...one } = await openLink(
        link,
        { ...parts, links: links.length, turns },
        metricsOf(link.id),
      )
      opened.push(one)
      if (port !== null) ports.set(link.id, port)
    }
  } catch (error) {
    await close()
    throw error
  }
  return { ports, close }
}

async function openLink(
  link: ReceiverLink,
  parts: ReceiverLinksParts & Pick<LinkParts, 'links' | 'turns'>,
  metrics: LinkMetrics,
) {
  const { reception, clock, newId, log, links, turns } = parts
  const onLink: OnLink = (linkId, change, detail) => {
    log[change === 'lost' ? 'warn' : 'info'](
      { link: linkId, detail },
      `Receiver link ${link.name} is ${change}`,
    )
    parts.onLink(linkId, change, detail)
  }
  if (link.mode === 'listen' && link.from === undefined && !isLoopback(link.host))
    log.warn(
      { link: link.id },
      `Whoever reaches the port of receiver link ${link.name} can report for any account: name who may, in "from"`,
    )
  const watch = createLinkWatch({ link, clock, metrics, onLink })
  const format = formatOf(link, parts.encodingOf)
  const intake = createLineIntake({
    link,
    format,
    reception,
    clock,
    newId,
    metrics,
    heard: watch.heard,
  })
  const limits = { ...streamLimits, ...parts.limits }
  const open = {
    link,
    format,
    intake,
    watch,
    clock,
    metrics,
    limits,
    pace: createSourcePace(linePace, clock),
    links,
    turns,
  }
  try {
    const listening = link.mode === 'listen' ? await listenLink(open) : null
    const connection = listening ?? dialLink(open)
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
