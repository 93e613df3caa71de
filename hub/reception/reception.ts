import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Actor } from '../../shared/accounts/actor'
import type { Intent } from '../../shared/intents/intents'
import type { Entry } from '../../shared/room/events'
import type { WholeRoom } from '../../shared/room/room'
import { detail } from '../../shared/signals/detail-codes'
import type { Signal } from '../../shared/signals/signal'
import type { Clock } from '../../shared/timeline/clock-port'
import { type Keeper, NotStored } from '../keeper/keeper-port'
import { logFault } from '../keeper/log-fault'
import { bulkOf, bulkOfBytes } from '../limits/bulk'
import type { HeldBack } from '../limits/limit'
import {
  createReceptionLimits,
  type Message,
  type ReceptionPaces,
  type ReceptionWhy,
} from '../limits/reception-limits'
import { networkOf } from '../network-of'
import { createLanes, laneOf, type Waiting } from './lanes'
import { quarantined, type UnreadableItem } from './quarantined'
import { createReceptionMetrics } from './reception-metrics'
import type { Reception } from './reception-port'
import { addressIn, receiverOf, type Sender } from './sender'
import { isUrgent } from './urgent'

export interface ReceptionParts extends ReceptionPaces {
  readonly keeper: Pick<Keeper, 'submit' | 'room'>
  readonly clock: Clock
  readonly newId: () => string
  readonly registry: Registry
  readonly log: Logger
  readonly heard?: (account: string) => void
  readonly undeciphered?: Reception['undeciphered']
}

/**
 * Messages judged and not yet durable. There are enough for one flush of the disk (which takes as
 * long as judging some five of them) to serve many. There are so few that an urgent message, which
 * waits only for those in front of it, is durable within some tens of milliseconds.
 */
const underWayAtOnce = 64

const heldBackWords: Readonly<Record<ReceptionWhy, (who: string) => string>> = {
  'account-pace': (who) => `${who} sends more than one account may`,
  'stranger-pace': (who) => `${who} sends too much of accounts nobody knows`,
  'unreadable-pace': (who) => `${who} sends too much that nobody can read`,
  'too-much-waiting': () => 'More waits to be stored than may',
}

/** The only place where received messages become entries, whichever way they came. */
export function createReception(parts: ReceptionParts): Reception & { stop(): void } {
  const { keeper, newId, registry, log, heard = () => {}, undeciphered = () => {} } = parts
  const lanes = createLanes(underWayAtOnce)
  const metrics = createReceptionMetrics(registry, lanes.waiting)
  const tellFault = logFault(log, 'A message could not be recorded')
  const limits = createReceptionLimits({
    ...parts,
    summarise(address, unkept) {
      const counted = detail('counted', { count: unkept, address })
      store(
        { reason: 'unreadable', detail: counted, bytes: new Uint8Array() },
        { channel: 'hub', address, source: address },
      )
    },
  })

  const inTurn = (
    message: Omit<Waiting, 'begin'>,
    record: () => Promise<readonly Entry[]>,
  ): Promise<readonly Entry[]> =>
    new Promise((resolve, reject) => {
      const begin = (leave: () => void) => {
        const done = () => {
          limits.waiting.leave(message.source, message.bulk)
          leave()
        }
        record().then(resolve, reject).finally(done)
      }
      limits.waiting.enter(message.source, message.bulk)
      lanes.enter({ ...message, begin })
    })

  const write = (intent: Intent, by: Actor, cause?: string): Promise<readonly Entry[]> => {
    const written = keeper.submit(intent, by, cause)
    written.catch(complain)
    return written
  }
  const complain = (error: unknown) => {
    metrics.heldBack('not-stored')
    tellFault(error)
  }
  const heldBack = ({ why }: HeldBack<ReceptionWhy>, who: string): Promise<never> => {
    metrics.heldBack(why)
    return Promise.reject(new NotStored(heldBackWords[why](who)))
  }

  const keepDurably = (item: UnreadableItem, sender: Sender): Promise<readonly Entry[]> =>
    inTurn(
      {
        account: item.account ?? '',
        source: networkOf(sender.address),
        lane: 'rest',
        bulk: bulkOfBytes(item.bytes),
      },
      () => write(quarantined(item, sender, newId()), receiverOf(sender.channel)),
    )
  const store = (item: UnreadableItem, sender: Sender): void =>
    void keepDurably(item, sender).catch(() => {})

  return {
    heard,
    undeciphered,
    take(signals, by, cause) {
      const message = messageOf(signals, keeper.room())
      const { account, source, network, known, urgent, bulk } = message
      // Nobody could repeat the hub's own signals. They are paced where they are made.
      const ofHub = by.kind === 'system'
      const held = ofHub ? null : limits.signals.admit(message)
      if (held) return heldBack(held, held.why === 'account-pace' ? `Account ${account}` : source)
      const receive: Intent = {
        type: 'receive-signals',
        data: { signals: [...signals], alarmIds: signals.map(() => newId()) },
      }
      const lane = laneOf(urgent, ofHub || known)
      return inTurn({ account, source: network, lane, bulk }, () => write(receive, by, cause))
    },
    keep(item, sender) {
      const held = limits.kept.admit(item.reason, item.account ?? '', networkOf(sender.address))
      if (held === null) store(item, sender)
      else metrics.unkept(item.reason)
    },
    keepDurably(item, sender) {
      const origin = { channel: sender.channel, network: networkOf(sender.address) }
      const held = limits.answered.admit(origin, bulkOfBytes(item.bytes))
      return held === null ? keepDurably(item, sender) : heldBack(held, sender.address)
    },
    stop: limits.stop,
  }
}

function messageOf(
  signals: readonly Signal[],
  { accounts }: WholeRoom,
): Message & { source: string } {
  const [first] = signals
  const { account = '', source = '', channel = 'hub', encrypted = false } = first ?? {}
  return {
    account,
    source,
    channel,
    network: networkOf(addressIn(source)),
    known: accounts.has(account),
    urgent: isUrgent(signals),
    encrypted,
    bulk: bulkOf(signals),
  }
}
