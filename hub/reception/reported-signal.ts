import { classify } from '../../shared/codes/classify'
import type { SignalEvent } from '../../shared/dc09/signal'
import type { Signal } from '../../shared/signals/signal'
import type { Sender } from './sender'

/** An event as a way in has read it. What the format cannot say is left out. */
export type ReportedEvent = Pick<
  SignalEvent,
  'table' | 'code' | 'qualifier' | 'partition' | 'zone' | 'user' | 'text' | 'occurredAt'
> &
  Partial<Pick<SignalEvent, 'position' | 'verification' | 'wrongDetails' | 'extended'>>

export interface Carrier {
  readonly signalId: string
  readonly sender: Pick<Sender, 'channel' | 'source'>
  /** As received, in readable form. */
  readonly frame: string
  readonly account: string
  readonly receiver?: string | null
  readonly prefix?: string
  readonly sequence?: string
}

/** Longest partition, zone or user number that is kept. The frame keeps all of it. */
const longestNumber = 8
const mostExtended = 20
const longestExtended = 500

export function reportedSignal(event: ReportedEvent, carrier: Carrier): Signal {
  const { signalId, sender, frame, account, receiver = null, prefix = '', sequence = '' } = carrier
  const { table, code, qualifier, text, occurredAt } = event
  const { position, verification, wrongDetails = [], extended = [] } = event
  const said = classify({ table, code, qualifier })
  return {
    signalId,
    channel: sender.channel,
    source: sender.source,
    frame,
    account,
    receiver,
    prefix,
    sequence,
    table,
    code,
    qualifier,
    ...said,
    partition: short(event.partition),
    zone: short(event.zone),
    user: short(event.user),
    text,
    occurredAt,
    ...(extended.length > 0 && { extended: extended.slice(0, mostExtended).map(cut) }),
    ...(position && { position }),
    ...(verification && { verification }),
    ...(wrongDetails.length > 0 && { wrongDetails: [...wrongDetails] }),
  }
}

const short = (number: string | null): string | null => number?.slice(0, longestNumber) ?? null

const cut = ({ letter, text }: { readonly letter: string; readonly text: string }) => ({
  letter,
  text: text.slice(0, longestExtended),
})
