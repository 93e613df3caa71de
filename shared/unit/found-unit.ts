import { z } from 'zod'
import { eventData, type RoomEvent } from '../room/events'
import type { Room } from '../room/room'

/**
 * Sites per entry: an import of thousands stays a few entries, each well below the size of one
 * message.
 */
const sitesPerEntry = 500
const teamsPerEntry = 100

/** Whose journal it is, and the sites and teams of a demo. */
export const foundingSchema = z.object({
  unit: eventData['unit-founded'],
  sites: eventData['sites-registered'].shape.sites,
  teams: eventData['teams-registered'].shape.teams,
})

export const decideFound = (
  room: Room,
  { unit, sites, teams }: z.output<typeof foundingSchema>,
): readonly RoomEvent[] =>
  room.unit !== null
    ? []
    : [
        { type: 'unit-founded', data: unit },
        ...inBatches(sites, sitesPerEntry).map(
          (batch): RoomEvent => ({ type: 'sites-registered', data: { sites: batch } }),
        ),
        ...inBatches(teams, teamsPerEntry).map(
          (batch): RoomEvent => ({ type: 'teams-registered', data: { teams: batch } }),
        ),
      ]

function inBatches<Row>(rows: readonly Row[], size: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
