import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { lastThreat } from '../../shared/alarms/last-threat'
import { countUnanswered } from '../../shared/alarms/queue-counts'
import { useConsole } from '../console/console-context'
import { sayRowAge } from '../console/figures'
import { useNow } from '../console/now'
import { wallMoment } from '../console/time'
import { KeyCap } from '../ui/KeyCap'
import { rowHeights } from './AlarmQueueRow'
import { QueuePart, type QueuePartProps } from './QueuePart'
import { takeNextAction } from './take-next-action'
import { useLowScreen } from './use-low-screen'
import './lane.css'

/** Further rows must be scrolled to. The head counts all, and the newest is on top. */
const mostInSight = 5

export type LaneProps = Pick<QueuePartProps, 'rows' | 'count' | 'next'>

/**
 * Persons under threat, above everything else that waits. The lane keeps its place when it is
 * empty, so that one sees that there is nothing.
 */
export function Lane({ rows, count, next }: LaneProps) {
  const low = useLowScreen()
  if (rows.length === 0) return <LaneSlot />
  // No row is below the fold: where full rows would not all be in sight, they are dense.
  const look = rows.length > (low ? 2 : 3) ? 'dense' : 'lane'
  return (
    <div className="lane" role="presentation">
      <LaneHead />
      <div
        className="lane__rows"
        role="presentation"
        style={{ height: rowHeights[look] * Math.min(rows.length, mostInSight) }}
      >
        <QueuePart rows={rows} look={look} from={0} count={count} next={next} />
      </div>
    </div>
  )
}

function LaneSlot() {
  const { t } = useTranslation()
  const incidents = useConsole((data) => data.room.incidents)
  const closedIncidents = useConsole((data) => data.room.closedIncidents)
  const last = useMemo(
    () => lastThreat({ incidents, closedIncidents }),
    [incidents, closedIncidents],
  )
  const now = useNow()
  return (
    <div className="lane-slot" role="presentation">
      <ShieldSign />
      <span className="ellipsis">
        {t('alarms:lane.none')}
        {last === null ? '' : ` · ${t('alarms:lane.last', { time: wallMoment(last, now) })}`}
      </span>
    </div>
  )
}

function LaneHead() {
  const { t } = useTranslation()
  const alarms = useConsole((data) => data.room.alarms)
  const held = useConsole((data) => data.room.held)
  const { lane, laneNewest } = useMemo(() => countUnanswered({ alarms, held }), [alarms, held])
  const age = useNow() - (laneNewest ?? 0)
  const words =
    laneNewest === null ? t('alarms:lane.in-hand') : t('alarms:lane.head', { count: lane })
  return (
    <div className={lane > 0 ? 'lane__head' : 'lane__head lane__head--taken'} role="presentation">
      <PersonsSign />
      <strong>{words}</strong>
      {laneNewest === null ? null : (
        <span>{t('alarms:lane.newest', { age: sayRowAge(t, age) })}</span>
      )}
      {lane > 0 ? (
        <span className="lane__key">
          <KeyCap keys={takeNextAction.keys} />
        </span>
      ) : null}
    </div>
  )
}

const PersonsSign = () => (
  <svg className="lane__sign" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M7 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM2 16.5c0-3 2.2-5 5-5s5 2 5 5M13 9.5a2.4 2.4 0 1 0-1-4.6M14 11.7c2.3.2 4 2 4 4.8" />
  </svg>
)

const ShieldSign = () => (
  <svg className="lane__sign" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M10 2.5 16 5v4.5c0 4-2.6 6.600-6 8-3.400-1.400-6-4-6-8V5z" />
  </svg>
)
