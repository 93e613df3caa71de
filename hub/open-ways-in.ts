import { readFileSync } from 'node:fs'
import type { Sha256 } from '../shared/journal/chain'
import type { Journal } from '../shared/journal/journal-port'
import { encodingIn } from './ingest/account-line'
import type { AccountKnowledge } from './ingest/dc09/admission'
import { listenDc09 } from './ingest/dc09/listener'
import { openReceiverLines } from './ingest/receivers/open-lines'
import { parseReceiverLines, type ReceiverLine } from './ingest/receivers/receiver-lines'
import { logFault } from './keeper/log-fault'
import type { HubOptions } from './options'
import { lineDuties } from './receiver-lines/line-duties'
import type { Reception } from './reception/reception-port'
import type { StartReceptionParts } from './start-reception'

export interface WaysInParts extends StartReceptionParts {
  readonly reception: Reception
  readonly journal: Pick<Journal, 'seqAt'>
  readonly sha256: Sha256
  readonly keys: Pick<AccountKnowledge, 'cipherOf'>
}

export interface WaysIn {
  readonly dc09: { readonly tcp: number; readonly udp: number }
  readonly receivers: Readonly<Record<string, number>>
  /** Whether the DC-09 listener works. Receiver lines are watched one by one. */
  receiving(): boolean
  close(): Promise<void>
}

/**
 * Opens the doors for panels and receivers. Rejects with a sentence when a port is not available or
 * the file of receiver lines cannot be read; none then stays open.
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
  const receiverLines = receivers === undefined ? [] : readReceiverLines(receivers)
  // The burst is two seconds' worth: a storm comes in gusts.
  const limits =
    sourceRate === undefined ? {} : { pace: { perSecond: sourceRate, burst: 2 * sourceRate } }
  const dc09 = await listenDc09(host, dc09Port, { ...parts, limits })
  const { onLine, stop } = lineDuties({
    ...parts,
    receiverLines,
    onFault: logFault(parts.log, 'The state of a receiver line could not be recorded'),
  })
  const opened = await openReceiverLines(receiverLines, {
    ...parts,
    onLine,
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

function readReceiverLines(file: string): readonly ReceiverLine[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`--receivers: ${file} cannot be read: ${(error as Error).message}`)
  }
  return parseReceiverLines(text)
}
