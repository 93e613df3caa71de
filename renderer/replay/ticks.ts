import type { Priority } from '../../shared/codes/kinds'
import type { ReplaySpan } from '../../shared/ipc/contract'
import type { RoomJson } from '../../shared/room/room-json'

/** An alarm on the scrubber: where it stands, in per mille of the span, and how grave it was. */
export interface Tick {
  readonly at: number
  readonly priority: Priority
}

/**
 * Places on the scrubber, which is about this many pixels wide: two ticks on one pixel would be
 * drawn over each other.
 */
const places = 1_000

/** The alarms of a span as ticks, the gravest where several fall on one place. */
export function alarmTicks(
  { alarms }: Pick<RoomJson, 'alarms'>,
  { from, to }: ReplaySpan,
): readonly Tick[] {
  const gravest = new Map<number, Priority>()
  for (const { raisedAt, priority } of alarms) {
    if (raisedAt < from || raisedAt > to) continue
    const at = Math.round(((raisedAt - from) / Math.max(1, to - from)) * places)
    gravest.set(at, Math.min(priority, gravest.get(at) ?? 4) as Priority)
  }
  return [...gravest].map(([at, priority]) => ({ at, priority })).sort((a, b) => a.at - b.at)
}
