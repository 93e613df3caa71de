import { classify } from '../../../shared/codes/classify'
import type { RoomEvent } from '../../../shared/console/events'
import type { Room } from '../../../shared/console/room'
import type { Frame } from '../../../shared/dc09/frame'
import { printable } from '../../../shared/dc09/printable'
import type { SignalEvent, SignalReading } from '../../../shared/dc09/signal'
import type { Instant } from '../../../shared/lang/instant'
import type { Signal } from '../../../shared/signals/signal'
import { quarantined } from '../quarantined'
import { receiveSignals } from '../receive-signals'
import type { Sender } from '../sender'

/** A correct frame and what it says. */
export interface Received {
  readonly frame: Frame
  readonly reading: SignalReading
  /** The frame as received, LF to CR. */
  readonly bytes: Uint8Array
  readonly sender: Sender
}

/** What a frame makes happen in the room. One whose data cannot be read is kept for people to read. */
export function frameEvents(
  room: Room,
  received: Received,
  { at, newId }: { readonly at: Instant; readonly newId: () => string },
): readonly RoomEvent[] {
  const { frame, reading, bytes, sender } = received
  if (reading.kind === 'unreadable') {
    const item = { reason: 'unreadable-data', detail: reading.detail, bytes, account: frame.account } as const
    return [quarantined(item, sender, newId())]
  }
  const context = { frame, sender, text: printable(bytes), accountInData: reading.accountInData }
  const signals = reading.events.map((event) => signalOf(event, context, newId()))
  return receiveSignals(room, signals, { at, newId })
}

/** What all events of one frame have in common. */
interface FrameContext {
  readonly frame: Frame
  readonly sender: Sender
  /** The frame as received, in its readable form. */
  readonly text: string
  /** Named by the data; used when the frame itself names none. */
  readonly accountInData: string | null
}

/** Longest number kept of a partition, zone or user; the frame keeps all of it. */
const longestNumber = 8

/** An event as the signal the journal keeps. */
function signalOf(event: SignalEvent, context: FrameContext, signalId: string): Signal {
  const { frame, sender, text, accountInData } = context
  const said = classify(event)
  // A test that reports a trouble as well is looked into as that trouble (DC-05 608, DC-03 RY).
  const judged = said.troublePresent ? ({ class: 'trouble', kind: 'technical', priority: 3 } as const) : said
  return {
    signalId,
    channel: sender.channel,
    source: sender.source,
    frame: text,
    account: (frame.account ?? accountInData ?? '').toUpperCase(),
    receiver: frame.receiver,
    prefix: frame.prefix,
    sequence: frame.sequence,
    table: event.table,
    code: event.code,
    qualifier: event.qualifier,
    class: judged.class,
    kind: judged.kind,
    priority: judged.priority,
    meaning: said.meaning,
    partition: event.partition?.slice(0, longestNumber) ?? null,
    zone: event.zone?.slice(0, longestNumber) ?? null,
    user: event.user?.slice(0, longestNumber) ?? null,
    text: event.text,
    occurredAt: event.occurredAt,
  }
}
