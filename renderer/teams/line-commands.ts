import { type Refusal, sentence } from '../../shared/lang/decision'
import type { Progress } from '../../shared/teams/assignment'
import { teamRefusal } from '../../shared/teams/decide'
import type { ConsoleData } from '../console/console-store'
import { type Given, type LineCommand, lineOfAction, lineOfCommand } from '../console/line-command'
import { selectOnly } from '../console/selection'
import {
  alreadyOnWay,
  dispatchTarget,
  dispatchTargetRefusal,
  recommendFor,
  sendTeam,
  takeTarget,
} from './dispatch'
import { dispatchRecommendedAction } from './dispatch-recommended-action'
import { reassignTeamAction } from './reassign-team-action'
import { runAbout, runRefusal } from './run-about'

const noRun = sentence('no-team-on-it', 'No team is under way here')

/** Sends the named team, or the recommended one. */
const dispatchLine: LineCommand = {
  id: 'dispatch',
  words: ['d', 'send'],
  may: ['team'],
  says({ data, ports }, { about, team }) {
    const site = dispatchTarget(data, about)?.site
    const first = site && recommendFor(ports, data, site).candidates[0]
    return { team: team?.callSign ?? data.room.teams.get(first?.teamId ?? '')?.callSign ?? '?' }
  },
  refusal: (data, { about, team }) =>
    team
      ? (dispatchTargetRefusal(data, about) ??
        thereAlready(data, { about, team }) ??
        teamRefusal(data.room, team))
      : dispatchRecommendedAction.refusal(data, about),
  async perform(context, { about, team }) {
    if (!team) return dispatchRecommendedAction.perform(context, about)
    const target = dispatchTarget(context.data, about)
    if (target) await sendTeam(context, takeTarget(context, target), target.site, team.id)
  },
}

/** A team on this very incident is not "on another one". */
function thereAlready(data: ConsoleData, { about, team }: Pick<Given, 'about' | 'team'>) {
  const run = team?.phase === 'assigned' ? data.room.assignments.get(team.assignmentId) : undefined
  const target = dispatchTarget(data, about)
  return run && run.incidentId === target?.incidentId ? alreadyOnWay(data, target) : null
}

function runMeant(data: ConsoleData, { about, team }: Given): { id: string } | Refusal {
  const meant = team ? ({ kind: 'team', teamId: team.id } as const) : about
  return runRefusal(data, meant) ?? runAbout(data, meant) ?? noRun
}

/** What a crew reported by radio. */
const progressLine = (to: Progress, ...words: LineCommand['words']): LineCommand =>
  lineOfCommand(
    (data, given) => {
      const run = runMeant(data, given)
      return 'code' in run ? run : { type: 'report-progress', assignmentId: run.id, to }
    },
    { id: `report-${to}`, words, takes: ['team'] },
  )

const cancelLine: LineCommand = lineOfCommand(
  (data, given) => {
    const run = runMeant(data, given)
    if ('code' in run) return run
    return { type: 'cancel-dispatch', assignmentId: run.id, reason: given.text }
  },
  { id: 'cancel-dispatch', words: ['x', 'cancel'], takes: ['team', 'text'] },
)

const outLine: LineCommand = lineOfCommand(
  (_, { team, text }) =>
    team ? { type: 'take-team-out-of-service', teamId: team.id, reason: text } : noRun,
  { id: 'take-team-out-of-service', words: ['off'], takes: ['team', 'text'] },
)

const backLine: LineCommand = lineOfCommand(
  (_, { team }) => (team ? { type: 'return-team-to-service', teamId: team.id } : noRun),
  { id: 'return-team-to-service', words: ['on'], takes: ['team'] },
)

const showLine: LineCommand = {
  id: 'show-team',
  words: ['t', 'team'],
  takes: ['team'],
  refusal: () => null,
  perform({ ports }, { team }) {
    if (team) selectOnly(ports.store, { kind: 'team', teamId: team.id })
  },
}

export const teamLine: readonly LineCommand[] = [
  dispatchLine,
  progressLine('acknowledged', 'got'),
  progressLine('en-route', 'er'),
  progressLine('on-scene', 'os'),
  progressLine('cleared', 'clr'),
  cancelLine,
  lineOfAction(reassignTeamAction, { id: 'reassign-team', words: ['r'], takes: ['team'] }),
  showLine,
  outLine,
  backLine,
]
