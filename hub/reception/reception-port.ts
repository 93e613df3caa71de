import type { Actor } from '../../shared/accounts/actor'
import type { Entry } from '../../shared/room/events'
import type { Signal } from '../../shared/signals/signal'
import type { UnreadableItem } from './quarantined'
import type { Sender } from './sender'

/** What every way in (DC-09, Sur-Gard, Ademco 685, HTTP) hands what it received to. */
export interface Reception {
  /**
   * The signals of one message, in their order. Resolves with their entries when they are durable:
   * only then may the sender be told so. Rejects with `NotStored` when they could not be stored, or
   * when their account sends more than an account may (of a receiver line all are taken): then
   * nothing is said, and the sender repeats. Messages with a hold-up, duress, fire or the like
   * overtake those of other accounts, never earlier ones of their own.
   * `cause` makes them take effect once, however often they are handed over, also across a restart (`centre:item`): what
   * was recorded before resolves with the last of its entries, which name the signals of then.
   */
  take(signals: readonly Signal[], by: Actor, cause?: string): Promise<readonly Entry[]>
  /**
   * Something arrived from this account, a poll for instance: its panel lives. Called for every
   * message, `take` or not.
   */
  heard(account: string): void
  /**
   * An encrypted message of this account, from this address, was not taken: somebody may be trying
   * keys.
   */
  undeciphered(account: string, address: string): void
  /**
   * Keeps what cannot become a signal, so many a minute and source; the rest is counted. Nothing is
   * answered to it.
   */
  keep(item: UnreadableItem, sender: Sender): void
  /**
   * Keeps what cannot become a signal and is to be answered: resolves when durable, rejects with
   * `NotStored`.
   */
  keepDurably(item: UnreadableItem, sender: Sender): Promise<readonly Entry[]>
}
