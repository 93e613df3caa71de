import { derivedOf } from '../../shared/lang/derived'
import type { ReceiverLineState } from '../../shared/receiver-lines/receiver-line'
import type { Room } from '../../shared/room/room'

/** Every receiver line, the longest lost first. The same list while the table is the same. */
export const lostFirst = derivedOf(
  (receiverLines: Room['receiverLines']): readonly ReceiverLineState[] =>
    [...receiverLines.values()].sort(
      (a, b) =>
        Number(b.lost) - Number(a.lost) || (a.lost ? a.since - b.since : a.name < b.name ? -1 : 1),
    ),
)
