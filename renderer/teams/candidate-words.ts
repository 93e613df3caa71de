import type { TFunction } from 'i18next'
import { sceneOf } from '../../shared/incidents/scene'
import type { Room } from '../../shared/room/room'
import { stalePosition } from '../../shared/teams/position'
import type { Candidate, PassedOver } from '../../shared/teams/recommend'
import { sayAge, sayDistance, sayMinutes } from '../console/figures'

/** `≈ 4 min · 2.1 km`: what a team is ranked by. */
export const sayWay = (
  t: TFunction,
  { seconds, metres }: Pick<Candidate, 'seconds' | 'metres'>,
): string => `≈ ${sayMinutes(t, seconds)} · ${sayDistance(t, metres)}`

export function sayPositionAge(t: TFunction, age: number | null): string {
  if (age === null) return t('teams:judged-by-post')
  return t(age > stalePosition ? 'teams:position-old' : 'teams:position-age', {
    age: sayAge(t, age),
  })
}

/** `Q-03 busy (Bank branch 014)`: a team the console passed over, and why. */
export function sayPassedOver(t: TFunction, room: Room, row: PassedOver): string {
  const team = room.teams.get(row.teamId)
  const callSign = team?.callSign ?? row.teamId
  switch (row.reason) {
    case 'busy': {
      const run = team?.phase === 'assigned' ? room.assignments.get(team.assignmentId) : undefined
      const site = sceneOf(room, room.incidents.get(run?.incidentId ?? ''))
      return t('teams:passed-over.busy', { team: callSign, site: site?.name ?? '–' })
    }
    case 'out-of-service': {
      const reason = team?.phase === 'out-of-service' ? team.reason : '–'
      return t('teams:passed-over.out-of-service', { team: callSign, reason })
    }
    case 'position-old':
      return t('teams:passed-over.position-old', {
        team: callSign,
        age: sayAge(t, row.positionAge ?? 0),
      })
  }
}
