import { type Hidden, hiddenAmong, isShown } from './queue-filter'
import { groupRows } from './queue-groups'
import { type QueueRow, type QueueSections, sectionsOf } from './queue-row'
import type { QueueView } from './queue-view'

export interface ShownQueue extends QueueSections {
  readonly hidden: Hidden
}

export interface Beholder {
  readonly you: string | undefined
  /** A selected row is shown whatever the filter says. */
  readonly isSelected: (row: QueueRow) => boolean
}

/** Applies a view to the rows of the queue. In a storm, related rows are grouped into one. */
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

export const walkOf = ({ lane, waiting, inHand }: QueueSections): readonly QueueRow[] => [
  ...lane,
  ...waiting,
  ...inHand,
]
