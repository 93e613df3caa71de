import { useTranslation } from 'react-i18next'
import { listed } from '../../shared/text/isolated'
import { meaningWords } from '../console/meaning-words'
import { useNow } from '../console/now'
import { PendingChip, useIsPending } from '../console/PendingChip'
import { duration, wallTime } from '../console/time'
import { sayZone } from '../console/zone-words'
import { Chip, type Tone } from '../ui/Chip'
import { PriorityMark } from '../ui/PriorityMark'
import { type IncidentRow, isUnanswered, type QueueRow } from './queue-rows'

export interface AlarmQueueRowProps {
  readonly row: QueueRow
  readonly id: string
  readonly place: { readonly index: number; readonly count: number }
  readonly selected: boolean
  readonly onSelect: () => void
}

/** One line of the queue: how grave, what, where, since when, and who is on it. */
export function AlarmQueueRow({ row, id, place, selected, onSelect }: AlarmQueueRowProps) {
  const { t } = useTranslation()
  const { priority, kind, site } = row
  const unanswered = isUnanswered(row)
  const siteName =
    row.type === 'held'
      ? t('signals:held.account', { account: row.account })
      : (site?.name ?? t('alarms:unknown-site'))
  return (
    // The listbox holds the focus and the keys (see Shortcuts); an option is only ever clicked.
    // biome-ignore lint/a11y/useKeyWithClickEvents: arrows, Home, End and Space act on the list as a whole
    // biome-ignore lint/a11y/useFocusableInteractive: options of a listbox with aria-activedescendant take no focus
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      className={`queue-row queue-row--${unanswered ? 'alarm' : 'incident'} queue-row--p${priority}`}
      onClick={onSelect}
    >
      <PriorityMark level={priority} label={t(`kinds:priority.${priority}`)} taken={!unanswered} />
      <div className="queue-row__words">
        <div className="queue-row__line">
          <span className="queue-row__kind ellipsis" title={t(`kinds:alarm.${kind}`)}>
            {t(`kinds:alarm.${kind}`)}
          </span>
          {row.signalCount > 1 ? (
            <span
              className="queue-row__signals"
              title={t('alarms:signals', { count: row.signalCount })}
            >
              ×{row.signalCount}
            </span>
          ) : null}
          <Restored at={row.restoredAt} />
          <time className="queue-row__time">{wallTime(row.at)}</time>
        </div>
        <div className="queue-row__line">
          {site?.category === 'particularly-important' ? (
            <span
              className="queue-row__important"
              role="img"
              aria-label={t('alarms:particularly-important')}
              title={t('alarms:particularly-important')}
            >
              ★
            </span>
          ) : null}
          <span className="queue-row__site ellipsis" title={siteName}>
            {siteName}
          </span>
          <Age since={row.at} />
        </div>
        <div className="queue-row__line queue-row__line--small">
          <Place row={row} />
          {row.type === 'incident' ? <WhoIsOnIt row={row} /> : null}
          {row.type === 'held' && row.owner !== null ? (
            <span className="queue-row__who ellipsis">{row.owner}</span>
          ) : null}
        </div>
      </div>
    </div>
  )
}

const Age = ({ since }: { since: number }) => (
  <span className="queue-row__age">{duration(useNow() - since)}</span>
)

function Restored({ at }: { at: number | null }) {
  const { t } = useTranslation()
  if (at === null) return null
  return (
    <Chip tone="quiet" title={t('alarms:restored-at', { time: wallTime(at) })}>
      ↺ {t('alarms:restored')}
    </Chip>
  )
}

function Place({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  const first = row.type === 'held' ? meaningWords(t, row.said) : row.site?.town
  const words = listed([first, sayZone(t, row.site, row.zone)], ' · ')
  return (
    <span className="queue-row__place ellipsis" title={words}>
      {words}
    </span>
  )
}

const tones: Readonly<Record<string, Tone>> = {
  'on-scene': 'good',
  'en-route': 'accent',
  acknowledged: 'accent',
}

function WhoIsOnIt({ row: { id, owner, team } }: { row: IncidentRow }) {
  const { t } = useTranslation()
  const taken = useIsPending(`incident:${id}`)
  const sent = useIsPending(`assignment:${team?.assignmentId ?? ''}`)
  return (
    <span className="queue-row__who">
      <span className="ellipsis" title={t('alarms:owner', { name: owner })}>
        {owner}
      </span>
      {taken && !sent ? <PendingChip /> : null}
      {team && sent ? (
        <PendingChip what="dispatch" team={team.callSign} />
      ) : team ? (
        <Chip tone={tones[team.phase] ?? 'plain'}>
          {t('alarms:team', { team: team.callSign, phase: t(`kinds:assignment.${team.phase}`) })}
          {team.more > 0 ? ` +${team.more}` : ''}
        </Chip>
      ) : (
        <Chip tone="warn">{t('alarms:no-team')}</Chip>
      )}
    </span>
  )
}
