import type { Room } from '../room/room'
import type { PlanEntry, PlanVersion } from './plan'

/**
 * Versions of one plan the room keeps. More changes within one incident's life are a mistake, and
 * must not grow the room.
 */
export const mostVersions = 50

export function foldPublished(room: Room, { seq, at, by, data }: PlanEntry): Room {
  const { planId, version, steps } = data
  const before = room.plans.get(planId)?.versions ?? []
  const published: PlanVersion = {
    version,
    steps,
    publishedAt: at,
    publishedSeq: seq,
    publishedBy: by.name,
    publishedById: by.id,
  }
  const versions = stillNeeded([...before, published], oldestIncident(room))
  return { ...room, plans: room.plans.set(planId, { id: planId, versions }) }
}

/** The entry that opened the room's oldest incident. Incidents without a plan need none here. */
const oldestIncident = ({ incidents }: Room): number =>
  incidents.reduce((oldest, { plan }) => Math.min(oldest, plan?.asOf ?? oldest), Infinity)

/**
 * A version is no longer needed when its successor was in force before the oldest incident was
 * opened.
 */
const stillNeeded = (versions: readonly PlanVersion[], oldest: number): readonly PlanVersion[] =>
  versions.filter((_, at) => {
    const next = versions[at + 1]
    return next === undefined || next.publishedSeq > oldest
  })
