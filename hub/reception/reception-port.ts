import type { Actor } from '../../shared/accounts/actor'
import type { Entry } from '../../shared/room/events'
import type { Signal } from '../../shared/signals/signal'
import type { UnreadableItem } from './quarantined'
import type { Sender } from './sender'

/** What every way in (DC-09, Sur-Gard, Ademco 685, HTTP) hands its messages to. */
export interface Reception {
  /**
   * Takes the signals of one message, in order. Resolves with their entries when they are durable;
   * only then may the sender be told. Rejects with `NotStored` when they could not be stored, or
   * when their account sends more than an account may (on a receiver line all are taken): then
   * nothing is answered, and the sender repeats. Messages with a hold-up, duress, fire or the like
   * overtake those of other accounts, but never earlier ones of their own. `cause` (`centre:item`)
   * makes them take effect once, however often they are handed over, also across a restart. If it
   * was recorded before, this resolves with the last entry of that time, which names its signals.
   */
  take(signals: readonly Signal[], by: Actor, cause?: string): Promise<readonly Entry[]>
  /**
   * Something arrived from this account, a poll for instance: its panel lives. Called for every
   * message, whether or not `take` follows.
   */
  heard(account: string): void
  /**
   * An encrypted message of this account, from this address, was not taken: somebody may be trying
   * keys.
   */
  undeciphered(account: string, address: string): void
  /**
   * Keeps an item that cannot become a signal, up to a number per minute and source; the rest is
   * counted. It gets no answer.
   */
  keep(item: UnreadableItem, sender: Sender): void
  /**
   * Keeps an item that cannot become a signal but is to be answered. Resolves when durable, rejects
   * with `NotStored`.
   */
  keepDurably(item: UnreadableItem, sender: Sender): Promise<readonly Entry[]>
}
