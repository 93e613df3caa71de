import { type ReactElement, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { inLane } from '../../shared/alarms/lane'
import { isUnanswered, type QueueRow } from '../../shared/alarms/queue-row'
import { useOnePulse } from '../console/pulse'
import { PriorityMark } from '../ui/PriorityMark'
import { ThreatMark } from '../ui/ThreatMark'

export interface RowMarkProps {
  readonly row: QueueRow
  readonly size: number
  /** The space bar goes here: the only mark that moves. */
  readonly next: boolean
}

/** Priority and kind; filled while nobody has taken it. */
export function RowMark({ row, size, next }: RowMarkProps) {
  const { t } = useTranslation()
  const taken = !isUnanswered(row)
  const label = t(`kinds:priority.${row.priority}`)
  const mark = inLane(row.kind) ? (
    <ThreatMark label={label} size={size} look={taken ? 'taken' : 'white'} />
  ) : (
    <PriorityMark level={row.priority} label={label} size={size} taken={taken} />
  )
  return next ? <Pulse>{mark}</Pulse> : <span className="row-mark">{mark}</span>
}

function Pulse({ children }: { children: ReactElement }) {
  const element = useRef<HTMLSpanElement>(null)
  useOnePulse(element)
  return (
    <span ref={element} className="row-mark row-mark--next">
      {children}
    </span>
  )
}
