import { useEffect, useRef } from 'react'
import type { QueueRow } from '../../shared/alarms/queue-row'
import { afterPaint, markMilestone } from '../console/milestones'

/**
 * Marks the first paint of each alarm's row. A row outside the visible part of the list is marked
 * when it is scrolled to.
 */
export function useRowMilestones(rows: readonly QueueRow[], shown: readonly QueueRow[]): void {
  const marked = useRef(new Set<string>())
  useEffect(() => {
    for (const row of shown) {
      if (row.type !== 'alarm' || marked.current.has(row.id)) continue
      marked.current.add(row.id)
      afterPaint(() => markMilestone('alarm-row-painted', row.id))
    }
    // Only alarms in the queue can appear again; this keeps a long shift's memory as small as the
    // queue.
    if (marked.current.size > 2 * rows.length + 100) {
      const open = new Set(rows.map((row) => row.id))
      marked.current = new Set([...marked.current].filter((id) => open.has(id)))
    }
  })
}
