import type { Alarm } from '../alarms/alarm'
import type { Instant } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { ownId } from '../unit/own-id'
import { type Fold, foldKey } from './ledger'

/** An alarm as it is once the signal that is judged has come. */
export interface Judged extends Pick<Alarm, 'id' | 'siteId' | 'kind' | 'priority'> {
  /** The zone of that signal, without leading zeros; empty when it names none. */
  readonly zone: string
  readonly at: Instant
}

/**
 * The fold an alarm goes into: one that is open, or one that opens now and takes others with it.
 */
export interface Verdict {
  readonly foldId: string
  readonly opened: Extract<RoomEvent, { type: 'fold-opened' }> | null
  /** Alarms of the queue that made up the count. */
  readonly others: readonly string[]
}

/**
 * What a rule says: where to, that it must not be folded (an officer wants to see it), or nothing.
 */
export type Answer = Verdict | 'held' | null

export const into = (fold: Fold): Verdict => ({ foldId: fold.id, opened: null, others: [] })

/** Opens a fold. No two can open with one entry. */
export function openFold(
  room: Pick<Room, 'unit' | 'seq'>,
  fold: Pick<Fold, 'rule' | 'kind' | 'place' | 'priority' | 'since'>,
  others: readonly string[],
): Verdict {
  const foldId = ownId(room, 'fold')
  return { foldId, opened: { type: 'fold-opened', data: { foldId, ...fold } }, others }
}

/** The newest fold of a rule and place, whatever became of it. */
export const foldOf = (
  room: Pick<Room, 'folds' | 'foldAt'>,
  where: Parameters<typeof foldKey>[0],
): Fold | undefined => foldAt(room, foldKey(where))

export const foldAt = (room: Pick<Room, 'folds' | 'foldAt'>, key: string): Fold | undefined =>
  room.folds.get(room.foldAt.get(key) ?? '')
