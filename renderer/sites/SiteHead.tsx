import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/react/shallow'
import type { Alarm } from '../../shared/alarms/alarm'
import { openAlarmKey } from '../../shared/alarms/alarm'
import { alarmKinds } from '../../shared/codes/kinds'
import type { Room } from '../../shared/room/room'
import type { SiteRow } from '../../shared/sites/site-row'
import { useConsole, usePorts } from '../console/console-context'
import { selectOnly } from '../console/selection'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import './site-card.css'

/** Heads the card of a site that was looked up: what it is, and what is open there. */
export function SiteHead({ site }: { site: SiteRow }) {
  const { t } = useTranslation()
  const open = useConsole(useShallow(({ room }) => openAt(room, site.id)))
  return (
    <header className="site-head">
      <h2 className="site-head__name">{site.name}</h2>
      <p className="site-head__chips">
        <Chip tone={site.category === 'particularly-important' ? 'warn' : 'plain'}>
          {t(`kinds:category.${site.category}`)}
        </Chip>
        {open.length === 0 ? <Chip tone="quiet">{t('sites:nothing-open')}</Chip> : null}
      </p>
      {open.map((alarm) => (
        <OpenAlarm key={alarm.id} alarm={alarm} />
      ))}
    </header>
  )
}

function OpenAlarm({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const words =
    alarm.phase !== 'raised' ? 'in-hand' : alarm.bundleId === undefined ? 'unanswered' : 'bundled'
  return (
    <Button
      tone={words === 'unanswered' ? 'danger' : 'plain'}
      onClick={() => selectOnly(store, { kind: 'alarm', alarmId: alarm.id })}
    >
      {t(`sites:${words}`, { kind: t(`kinds:alarm.${alarm.kind}`) })}
    </Button>
  )
}

const openAt = ({ alarms, openAlarms }: Room, siteId: string): readonly Alarm[] =>
  alarmKinds
    .map((kind) => alarms.get(openAlarms.get(openAlarmKey(siteId, kind)) ?? ''))
    .filter((alarm) => alarm !== undefined)
