import { classify } from '../../../shared/codes/classify'
import { printable } from '../../../shared/dc09/printable'
import type { SignalEvent } from '../../../shared/dc09/signal'
import type { Signal } from '../../../shared/signals/signal'
import type { Sender } from '../../reception/sender'
import type { Admitted } from './admission'

/**
 * The events of an admitted frame as the signals the journal keeps. `bytes`: the frame as received,
 * LF to CR.
 */
export function frameSignals(
  admitted: Admitted,
  bytes: Uint8Array,
  { sender, newId }: Naming,
): readonly Signal[] {
  const { events } = admitted
  const text = printable(bytes)
  const each = events.length <= mostWithFrame
  return events.map((event, at) =>
    signalOf(event, admitted, { signalId: newId(), text: each || at === 0 ? text : '', sender }),
  )
}

/**
 * Events of one frame up to which every signal keeps the whole of it. A frame has room for a
 * thousand events: then the first one keeps it, or its four thousand bytes would be megabytes of
 * the journal.
 */
const mostWithFrame = 16

interface Naming {
  readonly sender: Sender
  readonly newId: () => string
}

/** Longest number kept of a partition, zone or user; the frame keeps all of it. */
const longestNumber = 8

function signalOf(
  event: SignalEvent,
  { frame, account, accountInData, stale }: Admitted,
  {
    signalId,
    text,
    sender,
  }: { readonly signalId: string; readonly text: string; readonly sender: Sender },
): Signal {
  const said = classify(event)
  return {
    signalId,
    channel: sender.channel,
    source: sender.source,
    frame: text,
    account,
    ...(accountInData !== null && { accountInData }),
    receiver: frame.receiver,
    prefix: frame.prefix,
    sequence: frame.sequence,
    table: event.table,
    code: event.code,
    qualifier: event.qualifier,
    ...said,
    partition: event.partition?.slice(0, longestNumber) ?? null,
    zone: event.zone?.slice(0, longestNumber) ?? null,
    user: event.user?.slice(0, longestNumber) ?? null,
    text: event.text,
    occurredAt: event.occurredAt,
    ...(event.extended.length > 0 && { extended: event.extended.slice(0, 20).map(cut) }),
    ...(event.position && { position: event.position }),
    ...(event.verification && { verification: event.verification }),
    ...(event.wrongDetails && { wrongDetails: [...event.wrongDetails] }),
    ...(frame.encrypted && { encrypted: true as const }),
    ...(frame.tolerated.length > 0 && { tolerated: [...frame.tolerated] }),
    ...(stale && { stale: true as const }),
  }
}

const cut = ({ letter, text }: { readonly letter: string; readonly text: string }) => ({
  letter,
  text: text.slice(0, 500),
})
