import type { Channel, QuarantineReason } from '../../shared/signals/signal'
import type { Clock } from '../../shared/timeline/clock-port'
import { accountPace, mostAccounts } from './account-pace'
import type { Limit } from './limit'
import { createMinuteLimit } from './minute-limit'
import { inAll, perAccount, perAddress, perSender } from './minute-rules'
import { createPaces } from './paces'
import { createPlaces } from './places'
import { createSenderPace } from './stranger-pace'
import type { Pace } from './token-bucket'

/** Why reception holds a message back, so that its sender repeats it. */
export type ReceptionWhy = 'account-pace' | 'stranger-pace' | 'unreadable-pace' | 'too-much-waiting'

export interface ReceptionPaces {
  readonly pace?: Pace | undefined
  readonly strangerPace?: Pace | undefined
  /** Pace of all addresses together for unknown accounts. */
  readonly allStrangersPace?: Pace | undefined
}

export interface ReceptionLimitsParts extends ReceptionPaces {
  readonly clock: Clock
  /**
   * Called at the end of a minute with the number of an address's items that were counted and not
   * kept.
   */
  readonly summarise: (network: string, unkept: number) => void
}

export interface Origin {
  readonly channel: Channel
  readonly network: string
}

/** What the limits look at in a message of signals. */
export interface Message extends Origin {
  readonly account: string
  readonly known: boolean
  readonly urgent: boolean
  readonly encrypted: boolean
  readonly bulk: number
}

/**
 * Most bulk (see bulk.ts) of messages taken and not yet durable. Some ten storms of 10,000 signals
 * within a second fit, and a flood from thousands of connections cannot fill the memory. Urgent
 * messages have as much again. One network may fill half of it.
 */
const mostWaiting = 50_000

/**
 * Reasons for which one account may send many items behind an address that many share; limited by
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
 * A receiver sends its lines one after another. A line that is not acknowledged holds up all panels
 * behind it, including their hold-ups. So no line is held back for what its account sends; the
 * receiver line as a whole has its pace (source-pace.ts).
 */
const isReceiverLine = (channel: Channel): boolean =>
  channel === 'surgard' || channel === 'ademco-685'

/**
 * Who pays for signals. In clear anybody can send under any account, so what comes from elsewhere
 * costs the account itself nothing. Messages that its key opened are its own, wherever they come
 * from.
 */
const paidBy = ({ account, network, encrypted, urgent }: Message): string =>
  `${account}|${encrypted ? 'sealed' : network}${urgent ? '|urgent' : ''}`

/**
 * Decides whether a message is held back before it is judged. There are three kinds: signals, an
 * unreadable item that is to be answered, and one that is kept without an answer.
 */
export function createReceptionLimits({ clock, summarise, ...paces }: ReceptionLimitsParts) {
  const { pace = accountPace, strangerPace: ofOne, allStrangersPace: ofAll } = paces
  const accounts = createPaces({ why: 'account-pace', pace, most: mostAccounts, clock })
  const strangers = createSenderPace({ why: 'stranger-pace', ofOne, ofAll, clock })
  const unreadable = createSenderPace({ why: 'unreadable-pace', ofOne, ofAll, clock })
  const waiting = createPlaces({
    why: 'too-much-waiting',
    ofOne: mostWaiting / 2,
    ofAll: mostWaiting,
  })
  const minute = {
    address: createMinuteLimit(clock, perAddress, summarise),
    // Without summaries: thousands of panels would make thousands of entries a minute.
    account: createMinuteLimit(clock, perAccount),
    sender: createMinuteLimit(clock, perSender),
    all: createMinuteLimit(clock, inAll),
  }
  const isStranger = ({ channel, known }: Message) => !known && channel.startsWith('dc09')

  const signals: Limit<readonly [Message], ReceptionWhy> = {
    admit: (message) =>
      waiting.admit(message.network, message.urgent ? 2 : 1) ??
      (isReceiverLine(message.channel) ? null : accounts.admit(paidBy(message), message.bulk)) ??
      (isStranger(message) ? strangers.admit(message.network, message.bulk) : null),
  }
  // By address alone: an account can be made up, and the account that a refused item names must not
  // pay for it.
  const answered: Limit<readonly [Origin, bulk: number], ReceptionWhy> = {
    admit: ({ channel, network }, bulk) =>
      waiting.admit(network) ?? (isReceiverLine(channel) ? null : unreadable.admit(network, bulk)),
  }
  const kept: Limit<readonly [QuarantineReason, account: string, network: string]> = {
    admit: (reason, account, network) =>
      (byAccount.has(reason)
        ? (minute.account.admit(`${account}|${network}`, network) ?? minute.sender.admit(network))
        : minute.address.admit(network)) ?? minute.all.admit(''),
  }
  return {
    signals,
    answered,
    kept,
    /** What is taken and not yet durable, by network. */
    waiting,
    /** Summarises the minute that has begun. */
    stop() {
      for (const limit of Object.values(minute)) limit.stop()
    },
  }
}
