import { type Hidden, hiddenAmong, isShown } from './queue-filter'
import { groupRows } from './queue-groups'
import { type QueueRow, type QueueSections, sectionsOf } from './queue-row'
import type { QueueView } from './queue-view'

/** The queue as one officer sees it. */
export interface ShownQueue extends QueueSections {
  /** Unanswered alarms that the filter keeps out of sight. */
  readonly hidden: Hidden
}

export interface Beholder {
  /** The officer's id. */
  readonly you: string | undefined
  /** Whether a row is selected: it is shown whatever the filter says. */
  readonly isSelected: (row: QueueRow) => boolean
}

/** What a view shows of the rows of the queue. In a storm what belongs together is one row. */
export function shownQueue(
  rows: readonly QueueRow[],
  { density, filter, unfolded }: QueueView,
  { you, isSelected }: Beholder,
): ShownQueue {
  const shown: QueueRow[] = []
  const hidden: QueueRow[] = []
  for (const row of rows) (isShown(row, filter, you) || isSelected(row) ? shown : hidden).push(row)
  const { lane, waiting, inHand } = sectionsOf(shown)
  return {
    lane,
    waiting: density.storm ? groupRows(waiting, unfolded) : waiting,
    inHand,
    hidden: hiddenAmong(hidden),
  }
}

/** From above, as the keys walk it. */
export const walkOf = ({ lane, waiting, inHand }: QueueSections): readonly QueueRow[] => [
  ...lane,
  ...waiting,
  ...inHand,
]
