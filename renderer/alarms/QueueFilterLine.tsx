import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inLane } from '../../shared/alarms/lane'
import {
  choicesIn,
  type Hidden,
  isFiltering,
  noFilter,
  type QueueFilter,
} from '../../shared/alarms/queue-filter'
import type { QueueRow } from '../../shared/alarms/queue-row'
import type { ShownQueue } from '../../shared/alarms/shown-queue'
import { useConsole, usePorts } from '../console/console-context'
import { useAction } from '../console/use-action'
import { KeyCap } from '../ui/KeyCap'
import { showFilterAction, showWholeQueueAction } from './queue-filter-actions'
import { changeFilter } from './queue-view'
import { alarmsToTake, takeShownAction } from './take-shown-action'
import './queue-filter.css'

export interface QueueFilterLineProps {
  readonly rows: readonly QueueRow[]
  readonly shown: Pick<ShownQueue, 'hidden' | 'waiting'>
}

/**
 * Which part of the queue is shown. In a storm it counts waiting alarms by kind, so that one
 * officer can take the fires and another the rest.
 */
export function QueueFilterLine({ rows, shown }: QueueFilterLineProps) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const filter = useConsole((data) => data.queueView.filter)
  const set = (change: Partial<QueueFilter>) => changeFilter(store, change)
  const toggle = (who: 'mine' | 'unowned') => set({ who: filter.who === who ? null : who })
  const more = useAction(showFilterAction)
  const storm = useConsole((data) => data.queueView.density.storm)
  return (
    <>
      <div className={storm ? 'queue-filter queue-filter--storm' : 'queue-filter'}>
        <FilterChip pressed={!isFiltering(filter)} onPress={() => set(noFilter)}>
          {t('alarms:filter.all')}
        </FilterChip>
        <FilterChip pressed={filter.who === 'mine'} onPress={() => toggle('mine')}>
          {t('alarms:filter.mine')}
        </FilterChip>
        <FilterChip pressed={filter.who === 'unowned'} onPress={() => toggle('unowned')}>
          {t('alarms:filter.unowned')}
        </FilterChip>
        <KindChips rows={rows} />
        <button
          type="button"
          className="queue-filter__more"
          aria-label={t('actions:queue-filter')}
          title={t('actions:queue-filter')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={more.run}
        >
          ▾ <KeyCap keys={showFilterAction.keys} />
        </button>
      </div>
      {isFiltering(filter) ? <FilterSays filter={filter} {...shown} /> : null}
    </>
  )
}

/** By the waiting kinds, the most frequent first; the dialog has those that do not fit. */
function KindChips({ rows }: { rows: readonly QueueRow[] }) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const storm = useConsole((data) => data.queueView.density.storm)
  const chosen = useConsole((data) => data.queueView.filter.kind)
  if (!storm) return null
  return (
    <span className="queue-filter__kinds">
      {choicesIn(rows)
        .kinds.filter(({ value, count }) => !inLane(value) && (count > 0 || value === chosen))
        .map(({ value, count }) => (
          <FilterChip
            key={value}
            pressed={value === chosen}
            onPress={() => changeFilter(store, { kind: value === chosen ? null : value })}
          >
            {t(`kinds:alarm.${value}`)} {count}
          </FilterChip>
        ))}
    </span>
  )
}

/**
 * Says that the list is filtered, and what is hidden, so that nobody takes it for the whole queue.
 */
interface FilterSaysProps {
  readonly filter: QueueFilter
  readonly hidden: Hidden
  readonly waiting: readonly QueueRow[]
}

function FilterSays({ filter, hidden, waiting }: FilterSaysProps) {
  const { t } = useTranslation()
  const whole = useAction(showWholeQueueAction)
  const words = [
    filter.who && t(`alarms:filter.${filter.who}`),
    filter.kind && t(`kinds:alarm.${filter.kind}`),
    filter.district,
    filter.category && t(`kinds:category.${filter.category}`),
  ].filter(Boolean)
  return (
    <div className="filter-says" role="status">
      <span className="ellipsis" title={words.join(' · ')}>
        {t('alarms:filter.on')} <bdi>{words.join(' · ')}</bdi>
      </span>
      {hidden.count > 0 ? (
        <span className={hidden.gravest === 1 ? 'filter-says__grave' : 'filter-says__hidden'}>
          {t('alarms:filter.hidden', { count: hidden.count })}
        </span>
      ) : null}
      {filter.kind || filter.district ? <TakeShown waiting={waiting} /> : null}
      <button
        type="button"
        className="filter-says__off"
        title={t('actions:queue-whole')}
        aria-label={t('actions:queue-whole')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={whole.run}
      >
        <KeyCap keys={showWholeQueueAction.keys} />
      </button>
    </div>
  )
}

/** All of this kind or district at once, with how many that would be. */
function TakeShown({ waiting }: Pick<FilterSaysProps, 'waiting'>) {
  const { t } = useTranslation()
  const { run, disabledReason } = useAction(takeShownAction)
  const count = alarmsToTake(waiting).length
  return (
    <button
      type="button"
      className="filter-says__take"
      title={disabledReason ?? t('actions:take-shown')}
      aria-disabled={disabledReason !== null}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {t('alarms:filter.take', { count })} <KeyCap keys={takeShownAction.keys} />
    </button>
  )
}

interface FilterChipProps {
  readonly pressed: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function FilterChip({ pressed, onPress, children }: FilterChipProps) {
  return (
    <button
      type="button"
      className="filter-chip"
      aria-pressed={pressed}
      // A click leaves the focus where it was: the space bar still goes to the next alarm.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
