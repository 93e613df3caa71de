import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inLane } from '../../shared/alarms/lane'
import { isWaiting } from '../../shared/alarms/waiting'
import { sceneOf } from '../../shared/incidents/scene'
import { useConsole } from '../console/console-context'
import { sayRowAge } from '../console/figures'
import { useNow } from '../console/now'
import { PriorityMark } from '../ui/PriorityMark'
import { ThreatMark } from '../ui/ThreatMark'
import type { Picked } from './picked'

/** One of the things under the pointer. */
export function PickRow({ one }: { one: Picked }) {
  switch (one.kind) {
    case 'alarm':
      return <AlarmRow alarmId={one.alarmId} />
    case 'incident':
      return <IncidentRow incidentId={one.incidentId} />
    case 'team':
      return <TeamRow teamId={one.teamId} />
    case 'site':
      return <SiteRow siteId={one.siteId} />
    case 'bundle':
      return <BundleRow bundleId={one.bundleId} />
  }
}

interface RowProps {
  readonly mark?: ReactNode
  readonly what: string
  readonly right?: string
  readonly where: string
}

const Row = ({ mark, what, right = '', where }: RowProps) => (
  <>
    <span className="pick-row__mark">{mark}</span>
    <strong className="ellipsis">{what}</strong>
    <span className="pick-row__right">{right}</span>
    <span className="pick-row__where ellipsis">{where}</span>
  </>
)

function AlarmRow({ alarmId }: { alarmId: string }) {
  const { t } = useTranslation()
  const now = useNow()
  const alarm = useConsole((data) => data.room.alarms.get(alarmId))
  const site = useConsole((data) => data.room.sites.get(alarm?.siteId ?? ''))
  if (!alarm) return null
  const taken = !isWaiting(alarm)
  const label = t(`kinds:priority.${alarm.priority}`)
  return (
    <Row
      mark={
        inLane(alarm.kind) ? (
          <ThreatMark label={label} size={26} look="taken" />
        ) : (
          <PriorityMark level={alarm.priority} label={label} size={26} taken={taken} />
        )
      }
      what={t(`kinds:alarm.${alarm.kind}`)}
      right={sayRowAge(t, now - alarm.raisedAt)}
      where={site?.name ?? t('alarms:unknown-site')}
    />
  )
}

function IncidentRow({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const now = useNow()
  const incident = useConsole((data) => data.room.incidents.get(incidentId))
  const site = useConsole((data) => sceneOf(data.room, incident))
  if (!incident) return null
  const label = t(`kinds:priority.${incident.priority}`)
  return (
    <Row
      mark={<PriorityMark level={incident.priority} label={label} size={26} taken />}
      what={t(`kinds:alarm.${incident.kind}`)}
      right={sayRowAge(t, now - incident.openedAt)}
      where={site?.name ?? t('alarms:unknown-site')}
    />
  )
}

function TeamRow({ teamId }: { teamId: string }) {
  const { t } = useTranslation()
  const team = useConsole((data) => data.room.teams.get(teamId))
  const run = useConsole((data) =>
    team?.phase === 'assigned' ? data.room.assignments.get(team.assignmentId) : undefined,
  )
  if (!team) return null
  return (
    <Row
      mark={<span className="pick-row__team" />}
      what={team.callSign}
      right={run ? t(`kinds:assignment.${run.phase}`) : t(`kinds:team.${team.phase}`)}
      where={team.post}
    />
  )
}

function SiteRow({ siteId }: { siteId: string }) {
  const site = useConsole((data) => data.room.sites.get(siteId))
  if (!site) return null
  return <Row mark={<span className="pick-row__site" />} what={site.name} where={site.address} />
}

function BundleRow({ bundleId }: { bundleId: string }) {
  const { t } = useTranslation()
  const bundle = useConsole((data) => data.room.bundles.get(bundleId))
  if (!bundle) return null
  return (
    <Row
      mark={<span className="pick-row__site" />}
      what={t(`triage:rule.${bundle.rule}`)}
      right={String(bundle.siteCount)}
      where={t('map-tools:kept-by-rule')}
    />
  )
}
