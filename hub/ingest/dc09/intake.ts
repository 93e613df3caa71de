import type { Logger } from 'pino'
import type { RoomEvent } from '../../../shared/console/events'
import { CR, LF } from '../../../shared/dc09/bytes'
import { encodeAck } from '../../../shared/dc09/encode'
import { decodeFrame, type Frame, type Unreadable } from '../../../shared/dc09/frame'
import type { StreamItem } from '../../../shared/dc09/frame-splitter'
import { readSignals, type SignalReading } from '../../../shared/dc09/signal'
import { strict, type Tolerances } from '../../../shared/dc09/tolerances'
import type { Clock } from '../../../shared/timeline/clock-port'
import { type Keeper, NotStored } from '../../keeper/keeper-port'
import { createMinuteLimit, perAccount, perAddress } from '../minute-limit'
import { quarantined, type UnreadableItem } from '../quarantined'
import { dc09Receiver, type Sender, senderOf } from '../sender'
import type { Dc09Metrics } from './dc09-metrics'
import type { Duplicates, Recorded } from './duplicates'
import { frameEvents, type Received } from './frame-events'

export interface IntakeParts {
  readonly keeper: Pick<Keeper, 'record' | 'room'>
  readonly clock: Clock
  readonly newId: () => string
  readonly duplicates: Duplicates
  readonly metrics: Dc09Metrics
  readonly log: Logger
}

/** NUL after the CR is met in datagrams and harms nothing; every other departure is for accounts that are known for it. */
const tolerances: Tolerances = { ...strict, trailingNul: true }

/**
 * From bytes to durable entries, whichever socket they came by. What is understood is answered with an ACK, and only
 * once it is stored; so is what is a correct frame but not understood, since it is kept for people to read, and a DUH
 * would tell the panel never to repeat what may be an alarm. Silence for:
 *   - what cannot be trusted to be what was sent (CRC, length, no frame at all): the standard wants it repeated;
 *   - encrypted frames, of which nobody here can say what they report. An ACK would tell the panel that all is well and a
 *     DUH to give up; left without an answer it goes on, tries its other paths and shows a trouble at the site;
 *   - what could not be stored.
 */
export function createDc09Intake({ keeper, clock, newId, duplicates, metrics, log }: IntakeParts) {
  const limits = {
    unreadable: createMinuteLimit(clock, perAddress, (address, unkept) => {
      const detail = `${unkept} more unreadable items came from ${address} within a minute; they were counted, not kept`
      store({ reason: 'unreadable', detail, bytes: new Uint8Array() }, senderOf('dc09-tcp', address))
    }),
    // Without summaries: of thousands of panels they would be thousands of entries a minute.
    encrypted: createMinuteLimit(clock, perAccount),
    repeated: createMinuteLimit(clock, perAccount),
  }

  const store = (item: UnreadableItem, sender: Sender) => {
    keeper.record(() => [quarantined(item, sender, newId())], dc09Receiver).catch(complain)
  }
  const complain = (error: unknown) => {
    metrics.frame('not-stored')
    // A disk that is full is announced by the keeper; anything else is a fault of ours.
    if (!(error instanceof NotStored)) log.error({ err: error }, 'A frame could not be recorded')
  }
  const keepUnread = (item: UnreadableItem, sender: Sender) => {
    const admitted =
      item.reason === 'encrypted-without-key'
        ? limits.encrypted.admit(item.account ?? sender.address)
        : limits.unreadable.admit(sender.address)
    if (admitted) store(item, sender)
    else metrics.unkept(item.reason)
  }
  const ack = (frame: Frame) => encodeAck(frame, { timestamp: clock.now() })

  /** Records a frame that is no repetition; resolves with its ACK when it is durable, with null when it was not stored. */
  const recordFrame = async (received: Received): Promise<Uint8Array | null> => {
    const storing = keeper.record((room) => frameEvents(room, received, { at: clock.now(), newId }), dc09Receiver)
    duplicates.remember(duplicates.keyOf(received.frame.content), clock.now(), storing)
    try {
      await storing
    } catch (error) {
      complain(error)
      return null
    }
    metrics.frame(received.reading.kind === 'signals' ? 'recorded' : 'quarantined')
    return ack(received.frame)
  }

  /**
   * Acknowledges a frame that came again, once it stands in the journal that it did: should it have been a second alarm,
   * nobody could tell otherwise. One of what is still being stored waits for it.
   */
  const answerAgain = async (again: Received, recorded: Recorded | Promise<Recorded | null>) => {
    const { frame, sender } = again
    try {
      const first = await recorded
      if (first && limits.repeated.admit(frame.account ?? sender.address))
        await keeper.record(() => [repeated(first.signalId, again)], dc09Receiver)
    } catch (error) {
      complain(error)
      return null
    }
    metrics.frame('duplicate')
    metrics.duplicate()
    return ack(frame)
  }

  /** What this frame repeats. An alarm that is over is not repeated: what comes after it is a new one. */
  const earlierThan = (key: string): Recorded | Promise<Recorded | null> | undefined => {
    const recorded = duplicates.find(key, clock.now())
    if (recorded === undefined || recorded instanceof Promise) return recorded
    const { alarms } = keeper.room()
    const over = (alarmId: string) => (alarms.get(alarmId)?.phase ?? 'closed') === 'closed'
    if (!recorded.alarmIds.some(over)) return recorded
    duplicates.forget(key)
    return undefined
  }

  /** Takes one frame, LF to CR; resolves with the answer to send, or null for silence. Never rejects. */
  const frame = async (bytes: Uint8Array, sender: Sender): Promise<Uint8Array | null> => {
    const frame = decodeFrame(bytes, tolerances)
    if (frame.kind === 'unreadable') {
      if (bytes.every(isPadding)) return null
      metrics.frame('not-understood')
      keepUnread(unreadFrame(frame), sender)
      return null
    }
    metrics.tolerated(frame.tolerated)
    const reading = readSignals(frame)
    const unanswered = unanswerable(frame, reading, bytes)
    if (unanswered !== null) {
      metrics.frame(unanswered.reason === 'encrypted-without-key' ? 'not-understood' : 'reply')
      keepUnread(unanswered, sender)
      return null
    }
    if (reading.kind === 'signals' && reading.events.length === 0) {
      // A poll says that the line is alive; it is no fact for the journal.
      metrics.frame('poll')
      return ack(frame)
    }
    const received = { frame, reading, bytes, sender }
    const earlier = earlierThan(duplicates.keyOf(frame.content))
    return earlier ? answerAgain(received, earlier) : recordFrame(received)
  }

  return {
    frame,
    /** Takes what stood between frames, or never became one. */
    unframed(item: Unframed, sender: Sender, why: string): void {
      if (item.kind === 'noise' && item.harmless) return
      metrics.frame('not-understood')
      keepUnread(unframedItem(item, why), sender)
    },
    /** Writes the summaries of the minute that has begun. */
    stop(): void {
      for (const limit of Object.values(limits)) limit.stop()
    },
  }
}
export type Dc09Intake = ReturnType<typeof createDc09Intake>

const repeated = (signalId: string, { frame, sender }: Received): RoomEvent => ({
  type: 'signal-repeated',
  data: {
    signalId,
    channel: sender.channel,
    source: sender.source,
    account: frame.account?.toUpperCase() ?? null,
    sequence: frame.sequence,
  },
})

/** LF and CR with nothing but NUL between: line ends of a sender of text, not a damaged frame. */
const isPadding = (byte: number): boolean => byte === LF || byte === CR || byte === 0

const unreadFrame = ({ reason, detail, bytes }: Unreadable): UnreadableItem => ({
  reason: reason === 'bad-crc' || reason === 'bad-length' ? reason : 'unreadable',
  detail,
  bytes,
})

/** Correct frames that are left without an answer. */
function unanswerable(frame: Frame, reading: SignalReading, bytes: Uint8Array): UnreadableItem | null {
  if (reading.kind === 'signals') return null
  const { reason, detail } = reading
  const said = { detail, bytes, account: frame.account }
  if (reason === 'encrypted-without-key') return { reason, ...said }
  return reason === 'reply-token' ? { reason: 'unreadable', ...said } : null
}

type Unframed = Exclude<StreamItem, { kind: 'frame' }>

function unframedItem(item: Unframed, why: string): UnreadableItem {
  if (item.kind === 'noise') return { reason: 'unreadable', detail: why, bytes: item.bytes }
  return { reason: 'oversize', detail: 'Longer than any frame can be', bytes: item.bytes, length: item.length }
}
