import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { distance } from '../../shared/geo/distance'
import type { Incident } from '../../shared/incidents/incident'
import { sceneOf } from '../../shared/incidents/scene'
import { wholeOf } from '../../shared/incidents/whole'
import type { Room } from '../../shared/room/room'
import { type Assignment, isActive } from '../../shared/teams/assignment'
import { averageSpeed, detourFactor, whereIs } from '../../shared/teams/recommend'
import { assignmentsOf, uncoveredBy } from '../../shared/teams/uncovered'
import { listed } from '../../shared/text/isolated'
import { useConsole, usePorts } from '../console/console-context'
import { useDraft } from '../console/drafts'
import { sayDistance } from '../console/figures'
import { useNow } from '../console/now'
import { ReasonField } from '../console/ReasonField'
import { useDialog } from '../console/use-dialog'
import { Button } from '../ui/Button'
import { PriorityMark } from '../ui/PriorityMark'
import { ChoiceDialog } from './ChoiceDialog'
import { sayWay } from './candidate-words'
import { roomNow } from './dispatch'
import './reassign.css'

/** Moves a team from one incident to another, and says beforehand what that leaves uncovered. */
export function ReassignDialog({ assignmentId }: { assignmentId: string }) {
  const { t } = useTranslation()
  const ports = usePorts()
  const { send } = useDialog()
  const room = useConsole((data) => data.room)
  const run = room.assignments.get(assignmentId)
  const team = room.teams.get(run?.teamId ?? '')
  const targets = targetsFor(room, run)
  const [chosen, setChosen] = useState<string | null>(targets[0]?.id ?? null)
  const [reason, setReason] = useDraft('reason')
  const current = targets.find(({ id }) => id === chosen)
  const missing =
    !run || !isActive(run)
      ? 'run-over'
      : !current
        ? 'target-needed'
        : reason.trim()
          ? null
          : 'reason-needed'
  const submit = () => {
    const site = room.sites.get(current?.siteId ?? '')
    if (missing || !run || !team || !current || !site) return
    const data = ports.store.getState()
    const position = data.positions.get(team.id)
    const metres = Math.round(distance(whereIs(team, position), site.location))
    send({
      type: 'reassign-team',
      assignmentId,
      newAssignmentId: ports.newId(),
      toIncidentId: current.id,
      reason: reason.trim(),
      dispatch: {
        recommended: false,
        text: 'reassigned by the supervisor',
        metres,
        seconds: Math.round((metres * detourFactor) / averageSpeed),
        positionAge: position ? Math.max(0, Math.round(roomNow(ports, data) - position.at)) : null,
      },
    })
  }
  return (
    <ChoiceDialog
      title={t('teams:reassign.title', { team: team?.callSign ?? '' })}
      list={{
        label: t('teams:reassign.list'),
        choices: targets.map((incident) => ({
          id: incident.id,
          content: <TargetRow incident={incident} teamId={team?.id ?? ''} />,
        })),
        chosen,
        onChoose: setChosen,
        onConfirm: submit,
        none: t('teams:reassign.no-target'),
      }}
      submit={
        <Button
          tone="danger"
          disabledReason={missing ? t(`teams:reassign.${missing}`) : null}
          reasonVisible
          onClick={submit}
        >
          {t('teams:reassign.submit', { team: team?.callSign ?? '' })}
        </Button>
      }
      above={run ? <WhatItUncovers run={run} /> : null}
    >
      <ReasonField
        value={reason}
        usual={['graver', 'nearer'].map((key) => t(`teams:reassign.usual.${key}`))}
        onChange={setReason}
        onEnter={submit}
      />
    </ChoiceDialog>
  )
}

/** Open incidents other than its own: the gravest first, then the longest waiting. */
function targetsFor(room: Room, run: Assignment | undefined): readonly Incident[] {
  return (
    [...room.openIncidents.values()]
      .flatMap((id) => room.incidents.get(id) ?? [])
      // One that is merged is reached through the incident it is worked on with.
      .filter(({ mergedInto }) => mergedInto === undefined)
      .map((incident) => wholeOf(room, incident))
      .filter(({ assignmentIds }) => !assignmentIds.includes(run?.id ?? ''))
      .sort((a, b) => a.priority - b.priority || a.openedAt - b.openedAt)
  )
}

function WhatItUncovers({ run }: { run: Assignment }) {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  const positions = useConsole((data) => data.positions)
  const now = useNow()
  const uncovered = uncoveredBy(room, positions, run, now)
  if (!uncovered) return null
  const site = sceneOf(room, room.incidents.get(run.incidentId))
  const { remaining, replacement } = uncovered
  const signs = listed(
    remaining.map((other) => room.teams.get(other.teamId)?.callSign ?? other.teamId),
    ', ',
  )
  const next = replacement && room.teams.get(replacement.teamId)
  return (
    <div
      className={remaining.length === 0 ? 'dialog__notice dialog__notice--warn' : 'dialog__notice'}
    >
      <p className="reassign__left-title">
        {remaining.length === 0
          ? t('teams:reassign.left-bare', { site: site?.name ?? '–' })
          : t('teams:reassign.left-with', { site: site?.name ?? '–', teams: signs })}
      </p>
      <p>
        {replacement && next
          ? t('teams:reassign.replacement', { team: next.callSign, way: sayWay(t, replacement) })
          : t('teams:reassign.no-replacement')}
      </p>
    </div>
  )
}

function TargetRow({ incident, teamId }: { incident: Incident; teamId: string }) {
  const { t } = useTranslation()
  const room = useConsole((data) => data.room)
  const position = useConsole((data) => data.positions.get(teamId))
  const site = room.sites.get(incident.siteId)
  const team = room.teams.get(teamId)
  const there = assignmentsOf(room, incident).filter(isActive).length
  return (
    <span className="reassign__target">
      <PriorityMark
        level={incident.priority}
        label={t(`kinds:priority.${incident.priority}`)}
        size={22}
        taken
      />
      <strong className="ellipsis">
        {listed([t(`kinds:alarm.${incident.kind}`), site?.name ?? t('alarms:unknown-site')], ', ')}
      </strong>
      <span>
        {there === 0 ? t('alarms:no-team') : t('teams:reassign.teams-there', { count: there })}
      </span>
      <span>
        {site && team ? sayDistance(t, distance(whereIs(team, position), site.location)) : ''}
      </span>
    </span>
  )
}
