import { useTranslation } from 'react-i18next'
import { isYours, type QueueRow } from '../../shared/alarms/queue-row'
import { saysTown, streetOf } from '../../shared/alarms/row-site'
import { isolated, listed } from '../../shared/text/isolated'
import { useConsole } from '../console/console-context'
import { me } from '../console/console-store'
import { sayRowAge } from '../console/figures'
import { meaningWords } from '../console/meaning-words'
import { useNow } from '../console/now'
import { wallTime } from '../console/time'
import { sayZone } from '../console/zone-words'

/** The words of rows of every height. In each, the part that gives way first is last. */

/** The site and its town; the town gives way. */
export function SiteWords({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  const name =
    row.type === 'held'
      ? t('signals:held.account', { account: row.account })
      : (row.site?.name ?? t('alarms:unknown-site'))
  return (
    <>
      {row.site?.category === 'particularly-important' ? (
        <span
          className="queue-row__important"
          role="img"
          aria-label={t('alarms:particularly-important')}
          title={t('alarms:particularly-important')}
        >
          ★
        </span>
      ) : null}
      <span className="queue-row__site ellipsis" title={name}>
        {name}
      </span>
      {row.site && saysTown(row.site) ? (
        <span className="queue-row__gives-way ellipsis">{` · ${isolated(row.site.town)}`}</span>
      ) : null}
    </>
  )
}

/** The address and the zone, which gives way; for an unknown account, what it reported. */
export function PlaceWords({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  const address =
    row.type === 'held' ? meaningWords(t, row.said) : row.site ? streetOf(row.site) : ''
  const group = useGroupWords(row)
  const zone = group ?? sayZone(t, row.site, row.zone)
  return (
    <>
      <span className="queue-row__address ellipsis" title={address}>
        {address}
      </span>
      {zone ? (
        <span className="queue-row__gives-way ellipsis" title={zone}>
          {address ? ` · ${zone}` : zone}
        </span>
      ) : null}
    </>
  )
}

/** A group's row has this in place of the zone: what else is there, or at which sites. */
function useGroupWords(row: QueueRow): string | null {
  const { t } = useTranslation()
  if (row.type !== 'alarm' || !row.group) return null
  const { by, rows } = row.group
  const words = new Set(
    rows
      .slice(1)
      .map(({ kind, site }) => (by === 'site' ? t(`kinds:alarm.${kind}`) : (site?.name ?? ''))),
  )
  return listed([...words], ', ')
}

/** Wide enough that it does not move while it counts. */
export function Age({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  return <span className="queue-row__age">{sayRowAge(t, useNow() - row.at)}</span>
}

export function Restored({ row: { restoredAt } }: { row: QueueRow }) {
  const { t } = useTranslation()
  if (restoredAt === null) return null
  return (
    <span
      className="queue-row__restored"
      title={t('alarms:restored-at', { time: wallTime(restoredAt) })}
    >
      ↺ {t('alarms:restored')}
    </span>
  )
}

/** How many alarms a row stands for, or else how many signals its alarm has. */
export function SignalCount({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  const { signalCount } = row
  if (row.type === 'alarm' && row.group) {
    const { by, rows } = row.group
    const title = t(`alarms:group.${by}`, { count: rows.length })
    return (
      <span className="queue-row__group" title={title}>
        ×{rows.length}
      </span>
    )
  }
  if (row.type === 'incident' && row.parts > 1)
    return (
      <span className="queue-row__group" title={t('alarms:merged', { count: row.parts })}>
        ×{row.parts}
      </span>
    )
  if (signalCount < 2) return null
  return (
    <span className="queue-row__signals" title={t('alarms:signals', { count: signalCount })}>
      ×{signalCount}
    </span>
  )
}

/** Who has it; "you" for the officer's own, which the eye looks for. */
export function Owner({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  const you = useConsole((data) => me(data)?.id)
  if (row.type === 'alarm' || row.owner === null) return null
  return (
    <span className="queue-row__owner ellipsis" title={t('alarms:owner', { name: row.owner })}>
      {isYours(row, you) ? t('alarms:you') : row.owner}
    </span>
  )
}
