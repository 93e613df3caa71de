import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Actor } from '../../shared/accounts/actor'
import type { Entry, RoomEvent } from '../../shared/room/events'
import type { Room } from '../../shared/room/room'
import type { Channel, QuarantineReason, Signal } from '../../shared/signals/signal'
import type { Clock } from '../../shared/timeline/clock-port'
import { type Keeper, NotStored } from '../keeper/keeper-port'
import { logFault } from '../keeper/log-fault'
import {
  allStrangersPace,
  createAccountPace,
  createSenderPace,
  strangerPace,
} from '../limits/account-pace'
import { bulkOf, bulkOfBytes } from '../limits/bulk'
import { createMinuteLimit, inAll, perAccount, perAddress, perSender } from '../limits/minute-limit'
import { createShares } from '../limits/places'
import type { Pace } from '../limits/token-bucket'
import { networkOf } from '../network-of'
import { createLanes, laneOf, type Waiting } from './lanes'
import { quarantined, type UnreadableItem } from './quarantined'
import { receiveSignals } from './receive-signals'
import { createReceptionMetrics, type ReceptionMetrics } from './reception-metrics'
import type { Reception } from './reception-port'
import { addressIn, receiverOf, type Sender } from './sender'
import { isUrgent } from './urgent'

export interface ReceptionParts {
  readonly keeper: Pick<Keeper, 'record' | 'room'>
  readonly clock: Clock
  readonly newId: () => string
  readonly registry: Registry
  readonly log: Logger
  /** Told of every account that is heard. */
  readonly heard?: (account: string) => void
  /** Told of every encrypted message that was not taken. */
  readonly undeciphered?: Reception['undeciphered']
  /** Of one account. */
  readonly pace?: Pace
  /** Of one address, of accounts nobody knows. */
  readonly strangerPace?: Pace
  /** Of all addresses together. */
  readonly allStrangersPace?: Pace
}

/**
 * Messages judged and not yet durable: enough for one flush of the disk to serve many (which takes
 * as long as judging some five of them), and so few that an urgent one, which only has those in
 * front of it, is durable within some tens of milliseconds.
 */
const underWayAtOnce = 64

/**
 * Bulk (see bulk.ts) of messages taken and not yet durable, beyond which no more are: some ten
 * storms of 10,000 signals within a second would fit, and a flood from thousands of connections
 * cannot fill the memory. Urgent ones have as much again. One network may fill half of it.
 */
const mostWaiting = 50_000

/**
 * Who pays for signals. In clear anybody can send under any account, so that what comes from
 * elsewhere costs the account itself nothing; what its key opened is its own, wherever it comes
 * from.
 */
function paidBy(signal: Signal | undefined, urgent: boolean): string {
  const from = signal?.encrypted ? 'sealed' : networkOf(addressIn(signal?.source ?? ''))
  return `${signal?.account ?? ''}|${from}${urgent ? '|urgent' : ''}`
}

/**
 * Reasons of which one account may send many, behind an address that many share: limited by
 * account.
 */
const byAccount: ReadonlySet<QuarantineReason> = new Set([
  'encrypted-without-key',
  'wrong-key',
  'not-encrypted',
  'outside-window',
  'unknown-token',
  'replayed',
])

/**
 * A receiver's lines come one behind the other: one that is not acknowledged holds up all panels
 * behind it, and stands in front of their hold-ups. So no line is held back for what its account
 * sends: the link as a whole has its pace (source-pace.ts).
 */
const isLink = (channel: Channel | undefined): boolean =>
  channel === 'surgard' || channel === 'ademco-685'

/** Not stored since its sender sends too much, which was counted. */
class HeldBack extends NotStored {}

/** The one place where what was received, by whatever way, becomes entries. */
export function createReception(parts: ReceptionParts): Reception & { stop(): void } {
  const { keeper, clock, newId, registry, log, heard = () => {}, undeciphered = () => {} } = parts
  const lanes = createLanes(underWayAtOnce)
  const pace = createAccountPace(parts.pace)
  const paces = [
    parts.strangerPace ?? strangerPace,
    parts.allStrangersPace ?? allStrangersPace,
  ] as const
  const strangers = createSenderPace(...paces)
  const unreadable = createSenderPace(...paces)
  const metrics = createReceptionMetrics(registry, lanes.waiting)
  const tellFault = logFault(log, 'A message could not be recorded')
  const limits = {
    address: createMinuteLimit(clock, perAddress, (address, unkept) => {
      const detail = `${unkept} more unreadable items came from ${address} within a minute; they were counted, not kept`
      store(
        { reason: 'unreadable', detail, bytes: new Uint8Array() },
        { channel: 'hub', address, source: address },
      )
    }),
    // Without summaries: of thousands of panels they would be thousands of entries a minute.
    account: createMinuteLimit(clock, perAccount),
    sender: createMinuteLimit(clock, perSender),
    all: createMinuteLimit(clock, inAll),
  }
  const waiting = createShares()

  const inTurn = (
    message: Omit<Waiting, 'begin'>,
    record: () => Promise<readonly Entry[]>,
  ): Promise<readonly Entry[]> =>
    new Promise((resolve, reject) => {
      const begin = (leave: () => void) => {
        const done = () => {
          waiting.add(message.source, -message.bulk)
          leave()
        }
        record().then(resolve, reject).finally(done)
      }
      waiting.add(message.source, message.bulk)
      lanes.enter({ ...message, begin })
    })

  const write = (
    make: (room: Room) => readonly RoomEvent[],
    by: Actor,
    cause?: string,
  ): Promise<readonly Entry[]> => {
    const written = keeper.record(make, by, cause)
    written.catch(complain)
    return written
  }
  const holdBack = (why: Parameters<ReceptionMetrics['heldBack']>[0], words: string): never => {
    metrics.heldBack(why)
    throw new HeldBack(words)
  }
  const keepPace = (name: string, count: number) => {
    if (!pace.admits(name, clock.now(), count))
      holdBack('account-pace', `${name} sends more than one account may`)
  }
  const keepStrangersPace = ({ accounts }: Room, signals: readonly Signal[]) => {
    const [first] = signals
    if (first === undefined || !first.channel.startsWith('dc09') || accounts.has(first.account))
      return
    if (!strangers.admits(networkOf(addressIn(first.source)), clock.now(), bulkOf(signals)))
      holdBack('stranger-pace', `${first.source} sends too much of accounts nobody knows`)
  }
  const keepRoom = (urgent: boolean, network: string) => {
    const times = urgent ? 2 : 1
    if (waiting.all() > times * mostWaiting || waiting.of(network) > (times * mostWaiting) / 2)
      holdBack('too-much-waiting', 'More waits to be stored than may')
  }
  const complain = (error: unknown) => {
    if (error instanceof HeldBack) return
    metrics.heldBack('not-stored')
    tellFault(error)
  }

  const keepDurably = (item: UnreadableItem, sender: Sender): Promise<readonly Entry[]> =>
    inTurn(
      {
        account: item.account ?? '',
        source: networkOf(sender.address),
        lane: 'rest',
        bulk: bulkOfBytes(item.bytes),
      },
      () => write(() => [quarantined(item, sender, newId())], receiverOf(sender.channel)),
    )
  const store = (item: UnreadableItem, sender: Sender): void =>
    void keepDurably(item, sender).catch(() => {})

  return {
    heard,
    undeciphered,
    async take(signals: readonly Signal[], by: Actor, cause?: string) {
      const account = signals[0]?.account ?? ''
      const urgent = isUrgent(signals)
      const network = networkOf(addressIn(signals[0]?.source ?? ''))
      // The hub's own signals come from nobody who could repeat them, and are paced where they are
      // made.
      const bulk = bulkOf(signals)
      if (by.kind !== 'system') {
        if (!isLink(signals[0]?.channel)) keepPace(paidBy(signals[0], urgent), bulk)
        keepRoom(urgent, network)
      }
      const receive = (room: Room) => {
        keepStrangersPace(room, signals)
        return receiveSignals(room, signals, { at: clock.now(), newId })
      }
      const lane = laneOf(urgent, by.kind === 'system' || keeper.room().accounts.has(account))
      return inTurn({ account, source: network, lane, bulk }, () => write(receive, by, cause))
    },
    keep(item, sender) {
      const network = networkOf(sender.address)
      const admitted = byAccount.has(item.reason)
        ? limits.account.admit(`${item.account ?? ''}|${network}`, network) &&
          limits.sender.admit(network)
        : limits.address.admit(network)
      if (admitted && limits.all.admit('')) store(item, sender)
      else metrics.unkept(item.reason)
    },
    async keepDurably(item, sender) {
      // By address alone: an account can be made up, and what is refused must not be paid for by
      // whom it names.
      if (
        !isLink(sender.channel) &&
        !unreadable.admits(networkOf(sender.address), clock.now(), bulkOfBytes(item.bytes))
      )
        holdBack('unreadable-pace', `${sender.address} sends too much that nobody can read`)
      keepRoom(false, networkOf(sender.address))
      return keepDurably(item, sender)
    },
    /** Writes the summaries of the minute that has begun. */
    stop() {
      for (const limit of Object.values(limits)) limit.stop()
    },
  }
}
