import { useTranslation } from 'react-i18next'
import { accountsOf } from '../../shared/sites/site'
import type { SiteRow } from '../../shared/sites/site-row'
import { listed } from '../../shared/text/isolated'
import type { Action } from '../console/action'
import { useConsole } from '../console/console-context'
import { useAction } from '../console/use-action'
import { KeyCap } from '../ui/KeyCap'
import type { PaletteRow } from './palette-rows'

/** One row of the palette: what kind of thing, its name, and what is to be known of it now. */
export function PaletteLine({ row }: { row: PaletteRow }) {
  switch (row.kind) {
    case 'action':
      return <ActionLine action={row.action} />
    case 'incident':
      return <IncidentLine incidentId={row.incidentId} />
    case 'alarm':
      return <AlarmLine alarmId={row.alarmId} />
    case 'team':
      return <TeamLine teamId={row.teamId} />
    case 'site':
      return <SiteLine siteId={row.siteId} />
  }
}

interface LineProps {
  readonly kind: PaletteRow['kind']
  readonly name: string
  /** Why not, where, or how it stands. */
  readonly more: string
  readonly keys?: string
  readonly refused?: boolean
}

function Line({ kind, name, more, keys, refused = false }: LineProps) {
  const { t } = useTranslation()
  return (
    <div className={refused ? 'palette-row palette-row--refused' : 'palette-row'}>
      <span className="palette-row__kind">{t(`command-line:palette.kind.${kind}`)}</span>
      <strong className="ellipsis" title={name}>
        {name}
      </strong>
      {keys ? <KeyCap keys={keys} /> : <span />}
      <span className="palette-row__more ellipsis" title={more}>
        {more}
      </span>
    </div>
  )
}

function ActionLine({ action }: { action: Action }) {
  const { t } = useTranslation()
  const { disabledReason } = useAction(action)
  return (
    <Line
      kind="action"
      name={t(`actions:${action.id}`)}
      more={disabledReason ?? t(`app:group.${action.group}`)}
      keys={action.keys}
      refused={disabledReason !== null}
    />
  )
}

const placeOf = (site: SiteRow | undefined): string =>
  listed([site?.address ?? null, site ? accountsOf(site).join(' · ') : null], ', ')

function IncidentLine({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const incident = useConsole((data) => data.room.incidents.get(incidentId))
  const site = useConsole((data) => data.room.sites.get(incident?.siteId ?? ''))
  if (!incident) return null
  const name = listed([t(`kinds:alarm.${incident.kind}`), site?.name ?? null], ', ')
  return (
    <Line
      kind="incident"
      name={name}
      more={listed([incident.owner.name, site?.address ?? null], ' · ')}
    />
  )
}

function AlarmLine({ alarmId }: { alarmId: string }) {
  const { t } = useTranslation()
  const alarm = useConsole((data) => data.room.alarms.get(alarmId))
  const site = useConsole((data) => data.room.sites.get(alarm?.siteId ?? ''))
  if (!alarm) return null
  const name = listed([t(`kinds:alarm.${alarm.kind}`), site?.name ?? null], ', ')
  return <Line kind="alarm" name={name} more={placeOf(site)} />
}

function TeamLine({ teamId }: { teamId: string }) {
  const { t } = useTranslation()
  const team = useConsole((data) => data.room.teams.get(teamId))
  if (!team) return null
  return (
    <Line
      kind="team"
      name={team.callSign}
      more={listed([t(`kinds:team.${team.phase}`), team.post], ' · ')}
    />
  )
}

function SiteLine({ siteId }: { siteId: string }) {
  const site = useConsole((data) => data.room.sites.get(siteId))
  return site ? <Line kind="site" name={site.name} more={placeOf(site)} /> : null
}
