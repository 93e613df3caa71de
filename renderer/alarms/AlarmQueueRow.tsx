import { useTranslation } from 'react-i18next'
import { listed } from '../../shared/text/isolated'
import { meaningWords } from '../console/meaning-words'
import { useNow } from '../console/now'
import { PendingChip, PendingMark, usePending } from '../console/PendingChip'
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
          <State row={row} />
          <Place row={row} />
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

/** What the row says of who is on it, what matters most first: that is what gives way last. */
function State({ row }: { row: QueueRow }) {
  switch (row.type) {
    case 'incident':
      if (!row.ending) return <WhoIsOnIt row={row} />
      return (
        <>
          <PendingChip what="ending" />
          <Owner name={row.owner} />
        </>
      )
    case 'held':
      return (
        <>
          <PendingMark row={{ row: 'account', account: row.account }} short />
          {row.owner === null ? null : <Owner name={row.owner} />}
        </>
      )
    default:
      return <PendingMark row={{ row: 'alarm', alarmId: row.id }} short />
  }
}

function WhoIsOnIt({ row: { id, alarmIds, owner, team } }: { row: IncidentRow }) {
  const { t } = useTranslation()
  const taken = usePending({ row: 'incident', incident: { id, alarmIds } })
  const run = usePending({ row: 'run', assignmentId: team?.assignmentId ?? '' })
  return (
    <>
      {team && run === 'dispatch' ? (
        <PendingChip what="dispatch" team={team.callSign} />
      ) : team ? (
        <Chip tone={tones[team.phase] ?? 'plain'}>
          {t('alarms:team', { team: team.callSign, phase: t(`kinds:assignment.${team.phase}`) })}
          {team.more > 0 ? ` +${team.more}` : ''}
        </Chip>
      ) : (
        <Chip tone="warn">{t('alarms:no-team')}</Chip>
      )}
      {run !== 'dispatch' && (taken ?? run) ? <PendingChip what="short" /> : null}
      <Owner name={owner} />
    </>
  )
}

function Owner({ name }: { name: string }) {
  const { t } = useTranslation()
  return (
    <span className="queue-row__owner ellipsis" title={t('alarms:owner', { name })}>
      {name}
    </span>
  )
}
