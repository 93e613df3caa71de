import type { Alarm } from '../alarms/alarm'
import type { Instant } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import type { Room } from '../room/room'
import { ownId } from '../unit/own-id'
import { type Bundle, bundleKey } from './ledger'

export interface Judged extends Pick<Alarm, 'id' | 'siteId' | 'kind' | 'priority'> {
  /** That signal's zone without leading zeros; empty when it names none. */
  readonly zone: string
  readonly at: Instant
}

/** The bundle an alarm goes into: an open one, or one that opens now and takes others with it. */
export interface Verdict {
  readonly bundleId: string
  readonly opened: Extract<RoomEvent, { type: 'fold-opened' }> | null
  /** Alarms in the queue that made up the count. */
  readonly others: readonly string[]
}

/** A rule's answer: a bundle; `held`, since an officer wants to see it in the queue; or nothing. */
export type Answer = Verdict | 'held' | null

export const into = (bundle: Bundle): Verdict => ({ bundleId: bundle.id, opened: null, others: [] })

/** No two bundles can open with one entry. */
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

/** The newest bundle of a rule and place, in whatever phase. */
export const bundleOf = (
  room: Pick<Room, 'bundles' | 'bundleAt'>,
  where: Parameters<typeof bundleKey>[0],
): Bundle | undefined => bundleAt(room, bundleKey(where))

export const bundleAt = (
  room: Pick<Room, 'bundles' | 'bundleAt'>,
  key: string,
): Bundle | undefined => room.bundles.get(room.bundleAt.get(key) ?? '')
