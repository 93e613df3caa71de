import { useTranslation } from 'react-i18next'
import { sceneOf } from '../../shared/incidents/scene'
import type { Team } from '../../shared/teams/team'
import { ActionButton } from '../console/ActionButton'
import { useConsole, usePorts } from '../console/console-context'
import { useNow } from '../console/now'
import { PendingMark } from '../console/PendingChip'
import { selectOnly } from '../console/selection'
import { duration, wallTime } from '../console/time'
import { Button } from '../ui/Button'
import { Section } from '../ui/Section'
import { sayPositionAge } from './candidate-words'
import { dutyPhase, PhaseChip } from './PhaseChip'
import { RunRow } from './RunRow'
import { returnToServiceAction, takeOutOfServiceAction } from './service-action'
import './team-card.css'

/** m/s to km/h, the unit of the crew's dashboard. */
const kmh = 3.6

export function TeamCard({ team }: { team: Team }) {
  const { t } = useTranslation()
  const run = useConsole((data) =>
    team.phase === 'assigned' ? (data.room.assignments.get(team.assignmentId) ?? null) : null,
  )
  return (
    <>
      <header className="team-head">
        <h2 className="team-head__sign">{team.callSign}</h2>
        <p className="team-head__state">
          <PhaseChip phase={dutyPhase(team, run)} />
          <PendingMark row={{ row: 'team', teamId: team.id, assignmentId: run?.id }} />
          <Since at={team.since} />
        </p>
        {team.phase === 'out-of-service' ? (
          <p className="team-head__reason">{team.reason}</p>
        ) : null}
      </header>
      <Section title={t('teams:team')}>
        <dl className="team-card">
          <dt>{t('teams:name')}</dt>
          <dd>{team.name}</dd>
          <dt>{t('teams:post')}</dt>
          <dd>{team.post}</dd>
          <dt>{t('teams:crew')}</dt>
          <dd>{t('teams:crew-of', { count: team.crew })}</dd>
          <dt>{t('teams:position')}</dt>
          <dd>
            <LastSeen teamId={team.id} />
          </dd>
        </dl>
        <div className="team-card__buttons">
          {team.phase === 'out-of-service' ? (
            <ActionButton action={returnToServiceAction} tone="primary" reasonVisible />
          ) : (
            <ActionButton action={takeOutOfServiceAction} reasonVisible />
          )}
        </div>
      </Section>
      {run ? (
        <Section title={t('teams:run')} aside={<ToIncident incidentId={run.incidentId} />}>
          <RunRow run={run} />
        </Section>
      ) : null}
    </>
  )
}

function Since({ at }: { at: number }) {
  const { t } = useTranslation()
  return (
    <span className="team-head__since">
      {t('incidents:since', { time: wallTime(at) })} · {duration(useNow() - at)}
    </span>
  )
}

function LastSeen({ teamId }: { teamId: string }) {
  const { t } = useTranslation()
  const position = useConsole((data) => data.positions.get(teamId))
  const now = useNow()
  if (!position) return t('teams:no-position')
  const speed =
    position.speed === null ? '' : ` · ${t('teams:speed', { n: Math.round(position.speed * kmh) })}`
  return `${sayPositionAge(t, now - position.at)}${speed}`
}

function ToIncident({ incidentId }: { incidentId: string }) {
  const { t } = useTranslation()
  const { store } = usePorts()
  const site = useConsole((data) => sceneOf(data.room, data.room.incidents.get(incidentId)))
  return (
    <Button tone="quiet" onClick={() => selectOnly(store, { kind: 'incident', incidentId })}>
      {site?.name ?? t('teams:to-incident')}
    </Button>
  )
}
