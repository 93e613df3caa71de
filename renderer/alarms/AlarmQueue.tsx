import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { me } from '../console/console-store'
import { useEnding } from '../console/ending'
import { afterPaint, markMilestone } from '../console/milestones'
import { useNow } from '../console/now'
import { duration } from '../console/time'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'
import { AlarmQueueList } from './AlarmQueueList'
import { isUnanswered, type QueueRow, queueRows } from './queue-rows'

/** What is open in the room, in the order it is to be worked. */
export function AlarmQueue() {
  const { t } = useTranslation()
  const rows = useQueueRows()
  useEffect(() => afterPaint(() => markMilestone('list-usable')), [])
  const unanswered = rows.filter(isUnanswered).length
  return (
    <Panel
      title={t('alarms:queue')}
      aside={
        <span title={t('alarms:order')}>
          {t('alarms:unanswered')} <strong>{unanswered}</strong> · {t('alarms:in-hand')}{' '}
          <strong>{rows.length - unanswered}</strong>
        </span>
      }
    >
      {rows.length === 0 ? <EmptyQueue /> : <AlarmQueueList rows={rows} />}
    </Panel>
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
    <EmptyState
      text={t('alarms:empty')}
      hint={t('alarms:empty-hint', { age: duration(useNow() - at) })}
    />
  )
}
