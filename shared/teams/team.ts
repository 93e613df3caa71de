import { z } from 'zod'
import type { Who } from '../accounts/actor'
import { placeSchema } from '../geo/place'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'

export const teamRecordSchema = z.object({
  id: idSchema,
  /** What is said on the radio, e.g. "Q-07". */
  callSign: z.string().min(1).max(20),
  name: z.string().min(1).max(120),
  post: z.string().max(120),
  postLocation: placeSchema,
  crew: z.number().int().min(0).max(20),
})
export type TeamRecord = z.output<typeof teamRecordSchema>

/** A rapid-response team and what it is doing. The steps of its run are on the assignment. */
export type Team = TeamRecord & TeamPhase
export type TeamPhase =
  | {
      readonly phase: 'available'
      readonly since: Instant
      /** Who returned it to service, when that is why it is available. */
      readonly returnedBy?: Who
    }
  | { readonly phase: 'assigned'; readonly assignmentId: string; readonly since: Instant }
  | {
      readonly phase: 'out-of-service'
      readonly since: Instant
      readonly reason: string
      readonly takenBy: Who
    }

export const teamEvents = {
  'teams-registered': z.object({ teams: z.array(teamRecordSchema).min(1).max(500) }),
  'team-taken-out-of-service': z.object({ teamId: idSchema, reason: z.string().max(500) }),
  'team-returned-to-service': z.object({ teamId: idSchema }),
} as const

export type TeamEntry<Type extends keyof typeof teamEvents = keyof typeof teamEvents> = EntryIn<
  typeof teamEvents,
  Type
>
export type TeamEvent = EventIn<typeof teamEvents>
