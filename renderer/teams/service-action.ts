import { type Refusal, sentence } from '../../shared/lang/decision'
import { teamRefusal } from '../../shared/teams/decide'
import type { Action } from '../console/action'
import type { ConsoleData, Selection } from '../console/console-store'
import { dialogAction } from '../console/dialog-action'
import { subjectOf } from '../console/selection'
import { commandRefusal } from '../console/send-command'

const noTeam = (data: ConsoleData, about: Selection): Refusal | null =>
  subjectOf(data, about).team ? null : sentence('no-team-selected', 'Select a team first')

export const takeOutOfServiceAction = dialogAction({
  id: 'take-team-out-of-service',
  keys: 'o',
  group: 'team',
  refusal: (data, about) =>
    commandRefusal(data, 'take-team-out-of-service') ??
    noTeam(data, about) ??
    teamRefusal(data.room, subjectOf(data, about).team ?? undefined),
  dialog(data, about) {
    const { team } = subjectOf(data, about)
    return team ? { kind: 'out-of-service', teamId: team.id } : null
  },
})

export const returnToServiceAction: Action = {
  id: 'return-team-to-service',
  keys: 'shift+o',
  group: 'team',
  refusal(data, about) {
    const refusal = commandRefusal(data, 'return-team-to-service') ?? noTeam(data, about)
    if (refusal) return refusal
    const { team } = subjectOf(data, about)
    return team && team.phase !== 'out-of-service'
      ? sentence('team-in-service', '{team} is in service', { team: team.callSign })
      : null
  },
  async perform({ data, send }, about) {
    const { team } = subjectOf(data, about)
    if (team) await send({ type: 'return-team-to-service', teamId: team.id })
  },
}
