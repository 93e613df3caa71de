import { useTranslation } from 'react-i18next'
import { type QueueRow, sectionsOf } from '../../shared/alarms/queue-row'
import { AlarmQueueRow, type RowLook } from './AlarmQueueRow'
import { useQueueRows } from './use-queue-rows'
import './wall-alarms.css'

/** More rows than any wall shows. */
const most = 24

/** The queue for whoever looks from across the room: hold-ups first, then the gravest and newest. */
export function WallAlarms() {
  const { t } = useTranslation()
  const rows = useQueueRows()
  const { lane, waiting, inHand } = sectionsOf(rows)
  const shown = [...lane, ...waiting, ...inHand].slice(0, most)
  if (rows.length === 0) return <p className="wall-alarms__none">{t('alarms:empty')}</p>
  const looks = new Map<QueueRow, RowLook>(lane.map((row) => [row, 'lane']))
  return (
    <div className="wall-alarms" role="listbox" aria-label={t('app:panel.alarms')} tabIndex={-1}>
      {shown.map((row, index) => (
        <AlarmQueueRow
          key={row.id}
          row={row}
          look={looks.get(row) ?? 'wide'}
          place={{ id: `wall-${row.id}`, index, count: rows.length }}
          state={{ selected: false, next: index === 0 }}
          onSelect={() => {}}
        />
      ))}
    </div>
  )
}
