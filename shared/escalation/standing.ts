import { derivedOf } from '../lang/derived'
import type { Room } from '../room/room'
import { type About, aboutKey, type Escalated, isHigher, type Level } from './escalation'
import { type EscalationTimes, usualTimes } from './times'
import { type Waiting, waitOf } from './waiting'

export const timesInForce = ({ escalationTimes }: Pick<Room, 'escalationTimes'>): EscalationTimes =>
  escalationTimes?.times ?? usualTimes

export const stillStands = (room: Room, row: Escalated): boolean =>
  waitOf(room, row)?.since === row.since

/** How far this was escalated; null when it was not, or waits no longer. */
export function escalationOf(room: Room, about: About): Escalated | null {
  const row = room.escalated.get(aboutKey(about))
  return row && stillStands(room, row) ? row : null
}

/** The level it has reached by now. */
export const levelOf = (room: Room, { key, since }: Waiting): Level | null => {
  const row = room.escalated.get(key)
  return row?.since === since ? row.level : null
}

/** Everything that stands escalated, in no order. */
export const standingEscalations = derivedOf((room: Room): readonly Escalated[] =>
  [...room.escalated.values()].filter((row) => stillStands(room, row)),
)

const nothing: readonly Escalated[] = []

const byIncident = derivedOf((room: Room): ReadonlyMap<string, readonly Escalated[]> => {
  const rows = new Map<string, Escalated[]>()
  for (const row of standingEscalations(room))
    if (row.incidentId !== undefined)
      rows.set(row.incidentId, [...(rows.get(row.incidentId) ?? []), row])
  return rows
})

/** The highest of several things, or of all that waits in an incident. */
export function highestOf(
  room: Room,
  of: readonly About[] | { readonly incidentId: string },
): Escalated | null {
  const rows =
    'incidentId' in of
      ? escalationsOf(room, of.incidentId)
      : of.flatMap((about) => escalationOf(room, about) ?? [])
  return rows.reduce<Escalated | null>(
    (best, row) => (best === null || isHigher(row.level, best.level) ? row : best),
    null,
  )
}

/** Everything of an incident that stands up the line; the same list for the same room. */
export const escalationsOf = (room: Room, incidentId: string): readonly Escalated[] =>
  byIncident(room).get(incidentId) ?? nothing
