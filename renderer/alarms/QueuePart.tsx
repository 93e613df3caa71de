import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useConsole, usePorts } from '../console/console-context'
import { selectOnly } from '../console/selection'
import { AlarmQueueRow } from './AlarmQueueRow'
import { type QueueRow, rowIndex, rowSelection } from './queue-rows'
import { useRowMilestones } from './use-row-milestones'

/**
 * Height as in alarm-queue.css; rows never wrap, so that the list can place thousands without
 * measuring.
 */
const rowHeight = 64
/** Rows drawn beyond each edge, so that a fast wheel shows no gap. */
const overscan = 4

export const optionId = (row: QueueRow): string => `queue-${row.id}`

export interface QueuePartProps {
  readonly rows: readonly QueueRow[]
  /** Where its first row stands in the whole queue, and how long that is. */
  readonly from: number
  readonly count: number
}

/** One part of the queue, scrolled by itself: it follows the selection, and nothing else. */
export function QueuePart({ rows, from, count }: QueuePartProps) {
  const { store } = usePorts()
  const scroller = useRef<HTMLDivElement>(null)
  const selected = useConsole((data) => rowIndex(rows, data.selection, data.room.alarms))
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan,
    // Who has scrolled down reads there: rows that come in above must not push what is read away.
    // At the top the new alarm itself is what must be seen.
    anchorTo: (scroller.current?.scrollTop ?? 0) > 0 ? 'end' : 'start',
  })
  const selectedId = rows[selected]?.id
  const follow = useRef({ list, selected })
  follow.current = { list, selected }
  useEffect(() => {
    // Rows that change places while somebody reads must not scroll the list.
    if (selectedId) follow.current.list.scrollToIndex(follow.current.selected, { align: 'auto' })
  }, [selectedId])
  const shown = list.getVirtualItems()
  useRowMilestones(rows, shown)
  return (
    <div ref={scroller} className="alarm-queue__part" role="presentation">
      <div className="alarm-queue__all" role="presentation" style={{ height: list.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <div
              key={key}
              className="alarm-queue__item"
              role="presentation"
              style={{ transform: `translateY(${start}px)` }}
            >
              <AlarmQueueRow
                row={row}
                id={optionId(row)}
                place={{ index: from + index, count }}
                selected={index === selected}
                onSelect={() => selectOnly(store, rowSelection(row))}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
