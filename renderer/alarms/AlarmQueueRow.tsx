import { useTranslation } from 'react-i18next'
import { inLane } from '../../shared/alarms/lane'
import { isUnanswered, type QueueRow } from '../../shared/alarms/queue-row'
import { wallMinute, wallTime } from '../console/time'
import { RowMark } from './RowMark'
import { RowState } from './RowState'
import { Age, Owner, PlaceWords, Restored, SignalCount, SiteWords } from './row-words'

/** How high a row is: in the lane, in the queue, and in the queue of a storm. */
export type RowLook = 'lane' | 'wide' | 'dense'

/** CSS pixels, as in tokens.css. Rows never wrap, so a list places thousands without measuring. */
export const rowHeights: Readonly<Record<RowLook, number>> = { lane: 76, wide: 72, dense: 44 }

export interface AlarmQueueRowProps {
  readonly row: QueueRow
  readonly look: RowLook
  readonly place: { readonly id: string; readonly index: number; readonly count: number }
  readonly state: { readonly selected: boolean; readonly next: boolean }
  readonly onSelect: () => void
}

/** One row of the queue: priority, what, where, since when, and who is on it. */
export function AlarmQueueRow({ row, look, place, state, onSelect }: AlarmQueueRowProps) {
  const unanswered = isUnanswered(row)
  const Words = look === 'dense' ? DenseWords : WideWords
  const classes = [
    'queue-row',
    `queue-row--${look}`,
    `queue-row--p${row.priority}`,
    `queue-row--${unanswered ? 'unanswered' : 'taken'}`,
    inLane(row.kind) ? 'queue-row--threat' : '',
  ]
  return (
    // The listbox holds the focus and the keys (see Shortcuts); an option is only ever clicked.
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows, Home, End and Space act on the list as a whole
    // biome-ignore lint/a11y/useFocusableInteractive: options of a listbox with aria-activedescendant take no focus
    <div
      id={place.id}
      role="option"
      aria-selected={state.selected}
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      className={classes.filter(Boolean).join(' ')}
      onClick={onSelect}
    >
      <RowMark row={row} size={markSizes[look]} next={state.next} />
      <div className="queue-row__words">
        <Words row={row} />
      </div>
    </div>
  )
}

const markSizes: Readonly<Record<RowLook, number>> = { lane: 48, wide: 36, dense: 28 }

function WideWords({ row }: { row: QueueRow }) {
  return (
    <>
      <div className="queue-row__line queue-row__line--kind">
        <KindWords row={row} />
        <Restored row={row} />
        <Age row={row} />
      </div>
      <div className="queue-row__line queue-row__line--site">
        <span className="queue-row__left">
          <SiteWords row={row} />
        </span>
        <span className="queue-row__end">
          <RowState row={row} />
        </span>
      </div>
      <div className="queue-row__line queue-row__line--place">
        <span className="queue-row__left">
          <PlaceWords row={row} />
        </span>
        <span className="queue-row__end">
          <Owner row={row} />
          <Time row={row} />
        </span>
      </div>
    </>
  )
}

function DenseWords({ row }: { row: QueueRow }) {
  return (
    <>
      <div className="queue-row__line queue-row__line--kind">
        <KindWords row={row} />
        <span className="queue-row__left">
          <SiteWords row={row} />
        </span>
        <Age row={row} />
      </div>
      <div className="queue-row__line queue-row__line--place">
        <span className="queue-row__left">
          <PlaceWords row={row} />
        </span>
        <span className="queue-row__end">
          <Restored row={row} />
          <RowState row={row} />
          <Owner row={row} />
          {row.type === 'incident' ? null : <Time row={row} />}
        </span>
      </div>
    </>
  )
}

function KindWords({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  const kind = t(`kinds:alarm.${row.kind}`)
  return (
    <>
      <span className="queue-row__kind ellipsis" title={kind}>
        {kind}
      </span>
      <SignalCount row={row} />
    </>
  )
}

/** To the second while it waits; to the minute beside an owner. */
const Time = ({ row }: { row: QueueRow }) => (
  <time className="queue-row__time">
    {isUnanswered(row) ? wallTime(row.at) : wallMinute(row.at)}
  </time>
)
