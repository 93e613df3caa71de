import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Alarm } from '../../shared/alarms/alarm'
import { listed } from '../../shared/text/isolated'
import { bundledAlarms } from '../../shared/triage/fold'
import { useConsole } from '../console/console-context'
import { meaningWords } from '../console/meaning-words'
import { useNow } from '../console/now'
import { wallMoment } from '../console/time'
import { sayZone } from '../console/zone-words'
import { EmptyState } from '../ui/EmptyState'
import { type ListModel, VirtualList } from '../ui/VirtualList'

export interface BundledAlarmListProps {
  readonly bundleId: string
  readonly onShow: (alarmId: string) => void
  readonly focusFirst?: boolean
}

const keyOf = ({ id }: Alarm): string => id
/** As in bundle-card.css. */
const rowHeight = 46

/** Standing alarms before restored ones; then in order of arrival. */
const inOrder = (a: Alarm, b: Alarm): number =>
  Number(a.restoredAt !== null) - Number(b.restoredAt !== null) ||
  a.raisedAt - b.raisedAt ||
  (a.id < b.id ? -1 : 1)

/** Every alarm of a row with its site; standing alarms first. */
export function BundledAlarmList({ bundleId, onShow, focusFirst = false }: BundledAlarmListProps) {
  const { t } = useTranslation()
  const alarms = useConsole((data) => data.room.alarms)
  const openAlarms = useConsole((data) => data.room.openAlarms)
  const items = useMemo(
    () => bundledAlarms({ alarms, openAlarms }, bundleId).toSorted(inOrder),
    [alarms, openAlarms, bundleId],
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const current = items.some(({ id }) => id === chosen) ? chosen : (items[0]?.id ?? null)
  const model: ListModel<Alarm> = { items, keyOf, rowHeight, draw: drawAlarm }
  if (items.length === 0) return <EmptyState text={t('triage:inside-none')} />
  return (
    <VirtualList
      label={t('triage:inside')}
      model={model}
      chosen={current}
      onChoose={setChosen}
      onConfirm={onShow}
      focusFirst={focusFirst}
    />
  )
}

const drawAlarm = (alarm: Alarm) => <BundledAlarm alarm={alarm} />

function BundledAlarm({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation()
  const site = useConsole((data) => data.room.sites.get(alarm.siteId))
  const now = useNow()
  const name = site?.name ?? t('alarms:unknown-site')
  return (
    <div className="bundled-alarm">
      <strong className="ellipsis" title={name}>
        {name}
      </strong>
      <span className="bundled-alarm__state">
        {alarm.restoredAt === null
          ? t('triage:standing')
          : `↺ ${t('alarms:restored')} ${wallMoment(alarm.restoredAt, now)}`}
      </span>
      <span className="ellipsis">
        {listed([meaningWords(t, alarm), sayZone(t, site, alarm.zone)], ' · ')}
      </span>
      <span className="bundled-alarm__when">
        {t('alarms:signals', { count: alarm.signalCount })} · {wallMoment(alarm.lastSignalAt, now)}
      </span>
    </div>
  )
}
