import { incidentRefusal } from '../../shared/incidents/decide'
import { wholeIncident } from '../../shared/incidents/whole'
import { type Refusal, sentence } from '../../shared/lang/decision'
import type { SiteRow } from '../../shared/sites/site-row'
import { isActive } from '../../shared/teams/assignment'
import { dispatchReason } from '../../shared/teams/dispatch-reason'
import { type Recommendation, recommendTeams } from '../../shared/teams/recommend'
import { assignmentsOf } from '../../shared/teams/uncovered'
import type { ActionContext } from '../console/action'
import type { ConsolePorts } from '../console/console-ports'
import type { ConsoleData, Selection } from '../console/console-store'
import { subjectOf } from '../console/selection'
import { commandRefusal } from '../console/send-command'

export interface DispatchTarget {
  readonly site: SiteRow
  readonly incidentId: string | null
  /** The alarm to acknowledge first; null when there is an incident. */
  readonly alarmId: string | null
}

export function dispatchTarget(data: ConsoleData, about: Selection): DispatchTarget | null {
  const { alarm, incident, scene: site } = subjectOf(data, about)
  if (!site) return null
  if (incident) return { site, incidentId: incident.id, alarmId: null }
  return alarm?.phase === 'raised' ? { site, incidentId: null, alarmId: alarm.id } : null
}

/** Null when a team can be sent to the selection; otherwise why not. */
export function dispatchTargetRefusal(data: ConsoleData, about: Selection): Refusal | null {
  const refusal = commandRefusal(data, 'dispatch-team')
  if (refusal) return refusal
  if (!about) return sentence('nothing-selected', 'Nothing is selected')
  const target = dispatchTarget(data, about)
  if (!target) return sentence('no-incident', 'No incident is open here')
  if (target.incidentId === null) return commandRefusal(data, 'acknowledge-alarm')
  return incidentRefusal(wholeIncident(data.room, target.incidentId))
}

/** Null while nobody is on the incident: a key pressed twice must not send a second team. */
export function alreadyOnWay({ room }: ConsoleData, target: DispatchTarget | null): Refusal | null {
  const incident = wholeIncident(room, target?.incidentId ?? '')
  const run = incident && assignmentsOf(room, incident).find(isActive)
  if (!run) return null
  return sentence(
    'team-on-its-way',
    '{team} is on this incident already; to send another one, choose it',
    {
      team: room.teams.get(run.teamId)?.callSign ?? run.teamId,
    },
  )
}

/** The room's time now, which decides the age of a position. */
export const roomNow = (ports: ConsolePorts, data: ConsoleData): number =>
  ports.now() + data.clockOffset

export const recommendFor = (
  ports: ConsolePorts,
  data: ConsoleData,
  site: SiteRow,
): Recommendation => recommendTeams(data.room, data.positions, site.location, roomNow(ports, data))

/** Acknowledges the alarm if necessary; returns the incident that it opened or joined. */
export function takeTarget({ data, ports, send }: ActionContext, target: DispatchTarget): string {
  if (target.incidentId !== null || target.alarmId === null) return target.incidentId ?? ''
  const incidentId = data.room.openIncidents.get(target.site.id) ?? ports.newId()
  // Not awaited: what follows is sent and judged after it.
  void send({ type: 'acknowledge-alarm', alarmId: target.alarmId, incidentId })
  return incidentId
}

export async function sendTeam(
  context: Pick<ActionContext, 'data' | 'ports' | 'send'>,
  incidentId: string,
  site: SiteRow,
  teamId: string,
): Promise<void> {
  const { data, ports, send } = context
  const reason = dispatchReason(data.room, recommendFor(ports, data, site), teamId)
  await send({ type: 'dispatch-team', incidentId, teamId, assignmentId: ports.newId(), reason })
}
