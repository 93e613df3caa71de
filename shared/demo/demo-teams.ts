import type { TeamRecord } from '../teams/team'
import { apportion } from './random'
import { placeAt, turned } from './town-layout'
import { type Town, towns } from './towns'

/**
 * Turns from one post to the next by the golden angle, so that any number of posts covers a town
 * evenly.
 */
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

export function demoTeams(count: number): TeamRecord[] {
  const shares = apportion(
    count,
    towns.map((town) => town.people),
    1,
  )
  return towns.flatMap((town, index) => {
    const here = shares[index] ?? 0
    return Array.from({ length: here }, (_, at) => demoTeam(town, at, here))
  })
}

function demoTeam(town: Town, at: number, here: number): TeamRecord {
  const callSign = `${town.prefix}-${String(at + 1).padStart(2, '0')}`
  const metres = here === 1 ? town.radius * 0.2 : town.radius * 0.75 * Math.sqrt((at + 0.5) / here)
  return {
    id: `team-${callSign.toLowerCase()}`,
    callSign,
    name: `Response team ${callSign}`,
    post: `Post ${at + 1}, ${town.name} (demo)`,
    postLocation: placeAt(town, turned({ x: metres, y: 0 }, at * goldenAngle)),
    crew: 2 + ((at * 7) % 3),
  }
}
