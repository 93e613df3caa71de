import type { Alarm } from '../alarms/alarm'
import type { Instant } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { ownId } from '../unit/own-id'
import { type Bundle, bundleKey } from './ledger'

/** An alarm as it is once the signal that is judged has come. */
export interface Judged extends Pick<Alarm, 'id' | 'siteId' | 'kind' | 'priority'> {
  /** The zone of that signal, without leading zeros; empty when it names none. */
  readonly zone: string
  readonly at: Instant
}

/**
 * The bundle an alarm goes into: one that is open, or one that opens now and takes others with it.
 */
export interface Verdict {
  readonly bundleId: string
  readonly opened: Extract<RoomEvent, { type: 'fold-opened' }> | null
  /** Alarms of the queue that made up the count. */
  readonly others: readonly string[]
}

/**
 * What a rule says: where to, that it must not be bundled (an officer wants to see it), or nothing.
 */
export type Answer = Verdict | 'held' | null

export const into = (bundle: Bundle): Verdict => ({ bundleId: bundle.id, opened: null, others: [] })

/** Opens a bundle. No two can open with one entry. */
export function openBundle(
  room: Pick<Room, 'unit' | 'seq'>,
  bundle: Pick<Bundle, 'rule' | 'kind' | 'place' | 'priority' | 'since'>,
  others: readonly string[],
): Verdict {
  const bundleId = ownId(room, 'bundle')
  return {
    bundleId,
    opened: { type: 'fold-opened', data: { foldId: bundleId, ...bundle } },
    others,
  }
}

/** The newest bundle of a rule and place, whatever became of it. */
export const bundleOf = (
  room: Pick<Room, 'bundles' | 'bundleAt'>,
  where: Parameters<typeof bundleKey>[0],
): Bundle | undefined => bundleAt(room, bundleKey(where))

export const bundleAt = (
  room: Pick<Room, 'bundles' | 'bundleAt'>,
  key: string,
): Bundle | undefined => room.bundles.get(room.bundleAt.get(key) ?? '')
