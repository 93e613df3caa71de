import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole, usePorts } from '../app/console-context'
import { selectOnly } from '../app/selection'
import { AlarmQueueRow } from './AlarmQueueRow'
import { isUnanswered, type QueueRow, rowIndex, rowSelection } from './queue-rows'
import { useRowMilestones } from './use-row-milestones'
import './alarm-queue.css'

/** Heights as in alarm-queue.css; rows never wrap, so that the list can place thousands without measuring. */
const rowHeight = 64
const headHeight = 28
/** Rows drawn beyond each edge, so that a fast wheel shows no gap. */
const overscan = 4

const optionId = (row: QueueRow): string => `queue-${row.id}`

/** The queue as a virtual list. It keeps where it is scrolled when rows come and go, and moves only with the selection. */
export function AlarmQueueList({ rows }: { rows: readonly QueueRow[] }) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const scroller = useRef<HTMLDivElement>(null)
  const selected = useConsole((data) => rowIndex(rows, data.selection, data.room.alarms))
  const firstInHand = rows.findIndex((row) => !isUnanswered(row))
  const hasHead = (index: number) => index === 0 || index === firstInHand
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (hasHead(index) ? rowHeight + headHeight : rowHeight),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan,
    // Who has scrolled down reads there: rows that come in above must not push what is read away. At the top the new
    // alarm itself is what must be seen.
    anchorTo: (scroller.current?.scrollTop ?? 0) > 0 ? 'end' : 'start',
  })
  // Which rows carry a head decides their heights, and the list remembers heights by row.
  const headOf = `${rows[0]?.id} ${rows[firstInHand]?.id}`
  useEffect(() => {
    if (headOf) list.measure()
  }, [list, headOf])
  const selectedRow = rows[selected]
  const selectedId = selectedRow?.id
  const follow = useRef({ list, selected })
  follow.current = { list, selected }
  useEffect(() => {
    // Follows the selection only: rows that change places while somebody reads must not scroll the list.
    if (selectedId) follow.current.list.scrollToIndex(follow.current.selected, { align: 'auto' })
  }, [selectedId])
  const shown = list.getVirtualItems()
  useRowMilestones(rows, shown)
  return (
    <div
      ref={scroller}
      className="alarm-queue"
      role="listbox"
      aria-label={t('alarms:queue')}
      aria-activedescendant={selectedRow ? optionId(selectedRow) : undefined}
      tabIndex={0}
    >
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
              {hasHead(index) ? (
                <div className="alarm-queue__head" role="presentation">
                  {t(isUnanswered(row) ? 'alarms:unanswered' : 'alarms:in-hand')}
                </div>
              ) : null}
              <AlarmQueueRow
                row={row}
                id={optionId(row)}
                place={{ index, count: rows.length }}
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
