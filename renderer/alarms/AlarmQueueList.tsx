import { useTranslation } from 'react-i18next'
import { useConsole } from '../console/console-context'
import { me } from '../console/console-store'
import { EmptyState } from '../ui/EmptyState'
import { KeyCap } from '../ui/KeyCap'
import { optionId, QueuePart } from './QueuePart'
import { goToInHandAction } from './queue-move-actions'
import { isUnanswered, type QueueRow, rowIndex } from './queue-rows'
import './alarm-queue.css'

/** Rows in hand that stand in sight; the others are scrolled to. As in alarm-queue.css. */
const inHandShown = 3

/**
 * What waits, and below it at a fixed place what is in hand: one list to the keyboard, two to the
 * eye.
 */
export function AlarmQueueList({ rows }: { rows: readonly QueueRow[] }) {
  const { t } = useTranslation()
  const selected = useConsole((data) => rows[rowIndex(rows, data.selection, data.room.alarms)])
  const waiting = rows.filter(isUnanswered)
  const inHand = rows.slice(waiting.length)
  return (
    <div
      className="alarm-queue"
      role="listbox"
      aria-label={t('alarms:queue')}
      aria-activedescendant={selected ? optionId(selected) : undefined}
      tabIndex={0}
    >
      <div className="alarm-queue__waiting" role="presentation">
        {waiting.length === 0 ? (
          <EmptyState text={t('alarms:none-unanswered')} />
        ) : (
          <QueuePart rows={waiting} from={0} count={rows.length} />
        )}
      </div>
      {inHand.length > 0 ? (
        <>
          <InHandHead rows={inHand} />
          <div className="alarm-queue__in-hand" role="presentation">
            <QueuePart rows={inHand} from={waiting.length} count={rows.length} />
          </div>
        </>
      ) : null}
    </div>
  )
}

function InHandHead({ rows }: { rows: readonly QueueRow[] }) {
  const { t } = useTranslation()
  const you = useConsole((data) => me(data)?.id)
  const own = rows.filter((row) => row.type !== 'alarm' && row.ownerId === you).length
  const more = rows.length - inHandShown
  return (
    <div className="alarm-queue__head" role="presentation">
      <span>
        {t('alarms:in-hand')} <strong>{rows.length}</strong> · {t('alarms:yours', { n: own })}
        {more > 0 ? ` · ${t('alarms:more', { n: more })}` : ''}
      </span>
      <KeyCap keys={goToInHandAction.keys} />
    </div>
  )
}
