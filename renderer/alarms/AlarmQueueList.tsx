import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { alarmsIn } from '../../shared/alarms/queue-groups'
import { isUnanswered, isYours, type QueueRow } from '../../shared/alarms/queue-row'
import type { ShownQueue } from '../../shared/alarms/shown-queue'
import { topUnanswered } from '../../shared/alarms/top-unanswered'
import { useConsole } from '../console/console-context'
import { me } from '../console/console-store'
import { EmptyState } from '../ui/EmptyState'
import { KeyCap } from '../ui/KeyCap'
import { Lane } from './Lane'
import { optionId, QueuePart } from './QueuePart'
import { goToInHandAction } from './queue-move-actions'
import { rowIndex } from './queue-selection'
import './alarm-queue.css'

/** Rows in hand that are in sight without scrolling. As in alarm-queue.css. */
const inHandShown = { wide: 3, dense: 2 } as const

/**
 * Persons under threat, what waits and, at a fixed place below, what is in hand: one list for the
 * keyboard, three for the eye.
 */
export function AlarmQueueList({ sections }: { sections: ShownQueue }) {
  const { t } = useTranslation()
  const { lane, waiting, inHand } = sections
  const all = [...lane, ...waiting, ...inHand]
  const selected = useConsole((data) => all[rowIndex(all, data.selection, data.room.alarms)])
  const next = useNext(all)
  const look = useConsole((data) => (data.queueView.density.storm ? 'dense' : 'wide'))
  const [ring, setRing] = useState(false)
  return (
    <div
      className={`alarm-queue alarm-queue--${look}${ring ? ' alarm-queue--ring' : ''}`}
      role="listbox"
      aria-label={t('alarms:queue')}
      aria-activedescendant={selected ? optionId(selected) : undefined}
      tabIndex={0}
      // Whoever clicks knows where they are; the ring is for those who came by key.
      onFocus={({ target }) => setRing(target.matches(':focus-visible'))}
      onPointerDown={() => setRing(false)}
      onBlur={() => setRing(false)}
    >
      <Lane rows={lane} count={all.length} next={next} />
      <WaitingHead rows={waiting} />
      <div className="alarm-queue__waiting" role="presentation">
        {waiting.length === 0 ? (
          <EmptyState text={t(`alarms:${noneOf(sections)}`)} />
        ) : (
          <QueuePart rows={waiting} look={look} from={lane.length} count={all.length} next={next} />
        )}
      </div>
      {inHand.length > 0 ? (
        <>
          <InHandHead rows={inHand} shown={inHandShown[look]} />
          <div className="alarm-queue__in-hand" role="presentation">
            <QueuePart
              rows={inHand}
              look={look}
              from={lane.length + waiting.length}
              count={all.length}
              next={null}
            />
          </div>
        </>
      ) : null}
    </div>
  )
}

/**
 * Never says that nothing is unanswered while the lane or the filter holds something unanswered.
 */
const noneOf = ({ lane, hidden }: ShownQueue) =>
  hidden.count > 0 ? 'none-shown' : lane.some(isUnanswered) ? 'none-other' : 'none-unanswered'

const useNext = (rows: readonly QueueRow[]): string | null =>
  useConsole(({ room }) => {
    const next = topUnanswered(room)
    return rows[rowIndex(rows, next, room.alarms)]?.id ?? null
  })

function WaitingHead({ rows }: { rows: readonly QueueRow[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  return (
    <div className="alarm-queue__head" role="presentation">
      <span className="ellipsis">
        {t('alarms:unanswered')} <strong>{alarmsIn(rows)}</strong> · {t('alarms:order')}
      </span>
    </div>
  )
}

function InHandHead({ rows, shown }: { rows: readonly QueueRow[]; shown: number }) {
  const { t } = useTranslation()
  const you = useConsole((data) => me(data)?.id)
  const own = rows.filter((row) => isYours(row, you)).length
  const more = rows.length - shown
  return (
    <div className="alarm-queue__head" role="presentation">
      <span className="ellipsis">
        {t('alarms:in-hand')} <strong>{rows.length}</strong> · {t('alarms:yours', { n: own })}
        {more > 0 ? ` · ${t('alarms:more', { n: more })}` : ''}
      </span>
      <KeyCap keys={goToInHandAction.keys} />
    </div>
  )
}
