import { readFileSync } from 'node:fs'
import type { Sha256 } from '../shared/journal/chain'
import type { Journal } from '../shared/journal/journal-port'
import { encodingIn } from './ingest/account-line'
import type { AccountKnowledge } from './ingest/dc09/admission'
import { listenDc09 } from './ingest/dc09/listener'
import { parseReceiverLinks, type ReceiverLink } from './ingest/receivers/links'
import { openReceiverLinks } from './ingest/receivers/open-links'
import { logFault } from './keeper/log-fault'
import type { HubOptions } from './options'
import type { Reception } from './reception/reception-port'
import type { StartReceptionParts } from './start-reception'
import { linkDuties } from './supervision/link-duties'

export interface WaysInParts extends StartReceptionParts {
  readonly reception: Reception
  readonly journal: Pick<Journal, 'seqAt'>
  readonly sha256: Sha256
  readonly keys: Pick<AccountKnowledge, 'cipherOf'>
}

export interface WaysIn {
  readonly dc09: { readonly tcp: number; readonly udp: number }
  /** Ports of the receiver links that listen, by the link's id. */
  readonly receivers: Readonly<Record<string, number>>
  /** Whether DC-09 is listened to; receiver links are watched one by one. */
  receiving(): boolean
  /** Takes nothing more; resolves when what was taken is answered. */
  close(): Promise<void>
}

/**
 * Opens the doors for panels and receivers. Rejects with a sentence when a port cannot be had or
 * the file of receiver links cannot be read; then none stays open.
 */
export async function openWaysIn(
  {
    host,
    dc09Port,
    receivers,
    sourceRate,
  }: Pick<HubOptions, 'host' | 'dc09Port' | 'receivers' | 'sourceRate'>,
  parts: WaysInParts,
): Promise<WaysIn> {
  const links = receivers === undefined ? [] : readLinks(receivers)
  // Twice a second's worth at once: a storm comes in gusts.
  const limits =
    sourceRate === undefined ? {} : { pace: { perSecond: sourceRate, burst: 2 * sourceRate } }
  const dc09 = await listenDc09(host, dc09Port, { ...parts, limits })
  const { onLink, stop } = linkDuties({
    ...parts,
    links,
    onFault: logFault(parts.log, 'The state of a link could not be recorded'),
  })
  const opened = await openReceiverLinks(links, {
    ...parts,
    onLink,
    encodingOf: encodingIn(parts.keeper),
  }).catch(async (error: unknown) => {
    stop()
    await dc09.close()
    throw error
  })
  return {
    dc09: { tcp: dc09.tcp, udp: dc09.udp },
    receivers: Object.fromEntries(opened.ports),
    receiving: dc09.receiving,
    async close() {
      stop()
      await Promise.all([dc09.close(), opened.close()])
    },
  }
}

function readLinks(file: string): readonly ReceiverLink[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`--receivers: ${file} cannot be read: ${(error as Error).message}`)
  }
  return parseReceiverLinks(text)
}
