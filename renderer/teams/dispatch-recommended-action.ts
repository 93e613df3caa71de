import { sentence } from '../../shared/lang/decision'
import type { Action } from '../console/action'
import {
  alreadyOnWay,
  dispatchTarget,
  dispatchTargetRefusal,
  recommendFor,
  sendTeam,
  takeTarget,
} from './dispatch'

/** Sends the nearest available team. An unacknowledged alarm is acknowledged by this. */
export const dispatchRecommendedAction: Action = {
  id: 'dispatch-recommended',
  keys: 'd',
  group: 'send',
  refusal: (data, about) =>
    dispatchTargetRefusal(data, about) ??
    alreadyOnWay(data, dispatchTarget(data, about)) ??
    (data.room.teams.some((team) => team.phase === 'available')
      ? null
      : sentence('no-team-available', 'No team is available')),
  async perform(context, about) {
    const { data, ports } = context
    const target = dispatchTarget(data, about)
    // Chosen before anything is sent: the team on the button is the team that goes.
    const first = target && recommendFor(ports, data, target.site).candidates[0]
    if (!target || !first) return
    const incidentId = takeTarget(context, target)
    await sendTeam(context, incidentId, target.site, first.teamId)
  },
}
