import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type QueueRow, sectionsOf } from '../../shared/alarms/queue-row'
import { queueRows } from '../../shared/alarms/queue-rows'
import { useConsole } from '../console/console-context'
import { me } from '../console/console-store'
import { useEnding } from '../console/ending'
import { afterPaint, markMilestone } from '../console/milestones'
import { useNow } from '../console/now'
import { duration } from '../console/time'
import { EmptyState } from '../ui/EmptyState'
import { AlarmQueueList } from './AlarmQueueList'
import { Lane } from './Lane'
import { UnansweredCounts } from './UnansweredCounts'

/** What is open in the room, in the order it is to be worked. */
export function AlarmQueue() {
  const { t } = useTranslation()
  const rows = useQueueRows()
  const sections = useMemo(() => sectionsOf(rows), [rows])
  useEffect(() => afterPaint(() => markMilestone('list-usable')), [])
  return (
    <section className="panel" aria-label={t('alarms:queue')}>
      <UnansweredCounts />
      <div className="panel__body">
        {rows.length === 0 ? <EmptyQueue /> : <AlarmQueueList sections={sections} />}
      </div>
    </section>
  )
}

/**
 * The rows, built anew only when something they show has changed (not on every signal of the room).
 */
function useQueueRows(): readonly QueueRow[] {
  const alarms = useConsole((data) => data.room.alarms)
  const incidents = useConsole((data) => data.room.incidents)
  const openIncidents = useConsole((data) => data.room.openIncidents)
  const assignments = useConsole((data) => data.room.assignments)
  const teams = useConsole((data) => data.room.teams)
  const sites = useConsole((data) => data.room.sites)
  const held = useConsole((data) => data.room.held)
  const you = useConsole((data) => me(data)?.id)
  const ending = useEnding()
  return useMemo(() => {
    const room = { alarms, incidents, openIncidents, assignments, teams, sites, held }
    return queueRows(room, you, ending)
  }, [alarms, incidents, openIncidents, assignments, teams, sites, held, you, ending])
}

function EmptyQueue() {
  const { t } = useTranslation()
  const at = useConsole((data) => data.room.at)
  // An empty list must be told from a dead one: how long ago the room last heard of anything.
  return (
    <>
      <Lane rows={[]} count={0} next={null} />
      <EmptyState
        text={t('alarms:empty')}
        hint={t('alarms:empty-hint', { age: duration(useNow() - at) })}
      />
    </>
  )
}
