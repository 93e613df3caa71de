import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { afterPaint, markMilestone } from '../console/milestones'
import { useNow } from '../console/now'
import { duration } from '../console/time'
import { EmptyState } from '../ui/EmptyState'
import { AlarmQueueList } from './AlarmQueueList'
import { Lane } from './Lane'
import { QueueFilterLine } from './QueueFilterLine'
import { UnansweredCounts } from './UnansweredCounts'
import { useQueueRows, useShownQueue } from './use-queue-rows'

export function AlarmQueue() {
  const { t } = useTranslation()
  const rows = useQueueRows()
  const shown = useShownQueue(rows)
  useEffect(() => afterPaint(() => markMilestone('list-usable')), [])
  return (
    <section className="panel" aria-label={t('alarms:queue')}>
      <UnansweredCounts />
      <QueueFilterLine rows={rows} shown={shown} />
      <div className="panel__body">
        {rows.length === 0 ? <EmptyQueue /> : <AlarmQueueList sections={shown} />}
      </div>
    </section>
  )
}

function EmptyQueue() {
  const { t } = useTranslation()
  const at = useConsole((data) => data.room.at)
  // Shows how long ago the room last heard anything, so that an empty list is not taken for a dead
  // one.
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
