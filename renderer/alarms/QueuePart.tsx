import { useEffect, useMemo, useRef } from 'react'
import type { QueueRow } from '../../shared/alarms/queue-row'
import { useConsole, usePorts } from '../console/console-context'
import { selectOnly } from '../console/selection'
import { offsetsOf } from '../ui/row-window'
import { useRowWindow } from '../ui/use-row-window'
import { AlarmQueueRow, type RowLook, rowHeights } from './AlarmQueueRow'
import { NewAbove } from './NewAbove'
import { rowIndex, rowSelection } from './queue-selection'
import { useRowMilestones } from './use-row-milestones'

export const optionId = (row: QueueRow): string => `queue-${row.id}`

export interface QueuePartProps {
  readonly rows: readonly QueueRow[]
  readonly look: RowLook
  /** The position of its first row in the whole queue, and the length of that queue. */
  readonly from: number
  readonly count: number
  readonly next: string | null
}

/** One separately scrolled part of the queue. It follows only the selection. */
export function QueuePart({ rows, look, from, count, next }: QueuePartProps) {
  const { store } = usePorts()
  const selected = useConsole((data) => rowIndex(rows, data.selection, data.room.alarms))
  const layout = useMemo(
    () => ({
      keys: rows.map(({ id }) => id),
      offsets: offsetsOf(rows.map(() => rowHeights[look])),
    }),
    [rows, look],
  )
  const list = useRowWindow(layout)
  const selectedId = rows[selected]?.id
  const follow = useRef({ show: list.show, selected })
  follow.current = { show: list.show, selected }
  useEffect(() => {
    // Rows that change places while somebody reads must not scroll the list.
    if (selectedId) follow.current.show(follow.current.selected)
  }, [selectedId])
  const shown = rows.slice(list.from, list.to)
  useRowMilestones(rows, shown)
  return (
    <>
      <div ref={list.scroller} className="alarm-queue__part" role="presentation" {...list.on}>
        <div
          className="alarm-queue__all"
          role="presentation"
          style={{ height: layout.offsets.at(-1) }}
        >
          {shown.map((row, n) => (
            <div
              key={row.id}
              className="alarm-queue__item"
              role="presentation"
              style={{ transform: `translateY(${layout.offsets[list.from + n]}px)` }}
            >
              <AlarmQueueRow
                row={row}
                look={look}
                place={{ id: optionId(row), index: from + list.from + n, count }}
                state={{ selected: list.from + n === selected, next: row.id === next }}
                onSelect={() => selectOnly(store, rowSelection(row))}
              />
            </div>
          ))}
        </div>
      </div>
      <NewAbove rows={rows} list={list} />
    </>
  )
}
