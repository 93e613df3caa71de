import type { Priority } from '../../shared/codes/kinds'
import type { ReplaySpan } from '../../shared/ipc/contract'
import type { RoomJson } from '../../shared/room/room-json'

/** An alarm on the scrubber: its place in per mille of the span, and its priority. */
export interface Tick {
  readonly at: number
  readonly priority: Priority
}

/** The scrubber's approximate width in pixels: two ticks on one pixel would cover each other. */
const places = 1_000

/** The alarms of a span as ticks; where several share a place, the gravest. */
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
