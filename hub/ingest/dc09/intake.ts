import { CR, LF } from '../../../shared/dc09/bytes'
import { encodeAck, encodeDuh, encodeNak } from '../../../shared/dc09/encode'
import type { StreamItem } from '../../../shared/dc09/frame-splitter'
import { type Detail, detail } from '../../../shared/signals/detail-codes'
import type { Clock } from '../../../shared/timeline/clock-port'
import { type Keeper, NotStored } from '../../keeper/keeper-port'
import { createMinuteLimit } from '../../limits/minute-limit'
import { answersTold } from '../../limits/minute-rules'
import { networkOf } from '../../network-of'
import type { UnreadableItem } from '../../reception/quarantined'
import type { Reception } from '../../reception/reception-port'
import { receiverOf, type Sender } from '../../reception/sender'
import { lineIn } from '../account-line'
import { type AccountKnowledge, type Admitted, admitFrame, type Refused } from './admission'
import type { Dc09Metrics } from './dc09-metrics'
import type { Duplicates } from './duplicates'
import { frameSignals } from './frame-signals'
import { refuseReplays, type Sighted } from './refuse-replays'
import type { SealedMemory } from './sealed-memory'
import { createStoreOnce } from './store-once'

export interface IntakeParts {
  readonly keeper: Pick<Keeper, 'submit' | 'room'>
  readonly reception: Reception
  readonly keys: Pick<AccountKnowledge, 'cipherOf'>
  readonly clock: Clock
  readonly newId: () => string
  readonly duplicates: Duplicates
  readonly sealedMemory: SealedMemory
  readonly metrics: Dc09Metrics
}

/**
 * From bytes to durable entries, whichever socket they came by. A frame that is understood gets an
 * ACK, but only once it is stored. A refused frame is answered as `admitFrame` says; if that answer
 * stops the sender's tries, the frame is kept first.
 */
export function createDc09Intake(parts: IntakeParts) {
  const { keeper, reception, keys, clock, newId, duplicates, sealedMemory, metrics } = parts
  const known: AccountKnowledge = { line: lineIn(keeper), cipherOf: keys.cipherOf }
  const answers = createMinuteLimit(clock, answersTold)
  const { storeOnce, stop } = createStoreOnce({ keeper, clock, duplicates, metrics })
  const ack = ({ frame, cipher }: Admitted) => encodeAck(frame, { timestamp: clock.now(), cipher })

  /**
   * Takes one frame, LF to CR; resolves with the answer to send, or null for silence. Never
   * rejects.
   */
  const frame = async (bytes: Uint8Array, sender: Sender): Promise<Uint8Array | null> => {
    const sighted = refuseReplays(admitFrame(bytes, known, clock.now()), sealedMemory, clock.now())
    try {
      return await answer(sighted, sender)
    } catch (error) {
      metrics.frame('not-stored')
      if (!(error instanceof NotStored)) metrics.fault(error)
      return null
    }
  }

  const answer = ({ judged, mark, same }: Sighted, sender: Sender): Promise<Uint8Array | null> => {
    if (judged.outcome === 'refused' && judged.undeciphered)
      return hide(judged, { mark, same, sender })
    const answered =
      judged.outcome === 'admitted' ? admit(judged, { mark, same, sender }) : refuse(judged, sender)
    if (mark !== null && !same) sealedMemory.remember(mark, clock.now(), answered)
    return answered
  }

  const admit = async (admitted: Admitted, { mark, same, sender }: Coming): Promise<Uint8Array> => {
    const { account, accountInData, events, frame, bytes } = admitted
    metrics.tolerated(frame.tolerated)
    if (accountInData !== null) metrics.otherAccount()
    if (account !== '' && !same) reception.heard(account)
    if (events.length === 0) {
      // A poll says that the line is alive; it is no fact for the journal.
      metrics.frame('poll')
      return ack(admitted)
    }
    if (same && mark !== null) await sealedMemory.durable(mark, clock.now())
    const signals = frameSignals(admitted, bytes, { sender, newId })
    await storeOnce({ frame, sender, signals, result: 'recorded', same }, () =>
      reception.take(signals, receiverOf(sender.channel)),
    )
    return ack(admitted)
  }

  /**
   * One outcome, in every figure, for all that depends on what was deciphered; but for the answer
   * where it is whole.
   */
  const hide = async (
    { answer, frame, item, cipher }: Refused,
    { mark, same, sender }: Coming,
  ): Promise<Uint8Array | null> => {
    metrics.frame('undeciphered')
    reception.keep(item, sender)
    if (answer === 'ack' && frame !== null && mark !== null) {
      await sealedMemory.durable(mark, clock.now())
      return encodeAck(frame, { timestamp: clock.now(), cipher })
    }
    reception.undeciphered(item.account ?? '', sender.address)
    const told = answer === 'nak' && answers.admit(...toldBy(item, sender)) === null
    if (told && mark !== null && !same) sealedMemory.remember(mark, clock.now(), null)
    return told ? encodeNak(clock.now()) : null
  }

  const refuse = async (
    { answer, frame, header, item, cipher }: Refused,
    sender: Sender,
  ): Promise<Uint8Array | null> => {
    if (frame === null && item.bytes.every(isPadding)) return null
    const addressed = frame ?? header
    if (answer === 'silence' || addressed === undefined) {
      metrics.frame(item.reason === 'unreadable' && frame !== null ? 'reply' : 'not-understood')
      reception.keep(item, sender)
      return null
    }
    // Whatever it says, its panel lives.
    if (item.account) reception.heard(item.account)
    if (answer === 'ack') {
      if (frame === null) return null
      await storeOnce({ frame, sender, signals: [], result: 'quarantined' }, () =>
        reception.keepDurably(item, sender),
      )
      return encodeAck(frame, { timestamp: clock.now(), cipher })
    }
    if (answers.admit(...toldBy(item, sender))) {
      metrics.frame('damped')
      reception.keep(item, sender)
      return null
    }
    // A DUH stops the sender's tries, so it may only be sent for a frame that is kept.
    await reception.keepDurably(item, sender)
    metrics.frame('duh')
    return encodeDuh(addressed)
  }

  return {
    frame,
    unframed(item: Unframed, sender: Sender, why: Detail): void {
      if (item.kind === 'noise' && item.harmless) return
      metrics.frame('not-understood')
      reception.keep(unframedItem(item, why), sender)
    },
    stop(): void {
      answers.stop()
      stop()
    },
  }
}
export type Dc09Intake = ReturnType<typeof createDc09Intake>

interface Coming {
  readonly mark: Sighted['mark']
  readonly same: boolean
  readonly sender: Sender
}

const toldBy = ({ account }: UnreadableItem, { address }: Sender) => {
  const network = networkOf(address)
  return [`${account ?? ''}|${network}`, network] as const
}

/** LF and CR with nothing but NUL between: line ends of a sender of text, not a damaged frame. */
const isPadding = (byte: number): boolean => byte === LF || byte === CR || byte === 0

type Unframed = Exclude<StreamItem, { kind: 'frame' }>

function unframedItem(item: Unframed, why: Detail): UnreadableItem {
  if (item.kind === 'noise') return { reason: 'unreadable', detail: why, bytes: item.bytes }
  return {
    reason: 'oversize',
    detail: detail('frame-over'),
    bytes: item.bytes,
    length: item.length,
  }
}
