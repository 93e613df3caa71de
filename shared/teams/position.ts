import { z } from 'zod'
import { placeSchema } from '../geo/place'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'

/**
 * A fix of a team's vehicle: telemetry, never an entry. Speed in m/s, heading in degrees from
 * north; `at` is the time of the fix.
 */
export const positionSchema = z.object({
  teamId: idSchema,
  ...placeSchema.shape,
  at: z.number().int(),
  speed: z.number().min(0).max(120).nullable(),
  heading: z.number().min(0).max(360).nullable(),
})
export type Position = z.output<typeof positionSchema>

/** The newest fix by team id. */
export type Positions = ReadonlyMap<string, Position>

/**
 * ms. An older position is not trusted for a recommendation, and is drawn as old. Cars report every
 * second.
 */
export const stalePosition = 30_000

export const isStale = (position: Position, now: Instant): boolean =>
  now - position.at > stalePosition
