import { z } from 'zod'
import type { Place } from '../geo/place'
import { placeSchema } from '../geo/place'
import { idSchema } from '../lang/id'
import type { envelopeSchema } from '../room/commands'
import type { AssignmentPhase } from '../teams/assignment'
import type { CommandReply, LinkRefusal } from './console-feed'

/** The words of the `/team` namespace: one socket is one team's device. */

export const teamHandshakeSchema = z.object({
  token: z.string().min(16).max(200),
  teamId: idSchema,
})
export type TeamHandshake = z.output<typeof teamHandshakeSchema>

/** What a crew is told of its run: where to go and what is known. */
export interface TeamOrder {
  readonly assignmentId: string
  readonly incidentId: string
  readonly phase: AssignmentPhase
  readonly dispatchedAt: number
  readonly kind: string
  readonly priority: number
  readonly site: {
    readonly name: string
    readonly address: string
    readonly location: Place
    readonly hazards: readonly string[]
  }
}

/** The socket identifies the team. Speed in m/s, heading in degrees. */
export const fixSchema = z.object({
  ...placeSchema.shape,
  at: z.number().int(),
  /** An impossible value counts as not sent: the position matters more. */
  speed: z.number().min(0).max(120).nullable().catch(null),
  heading: z.number().min(0).max(360).nullable().catch(null),
})
export type Fix = z.output<typeof fixSchema>

export interface HubToTeam {
  /** Sent on connecting and whenever the team's order changes. */
  order(order: TeamOrder | null): void
  goodbye(why: LinkRefusal): void
}
export interface TeamToHub {
  /** A team may give only `report-progress` and `add-note`. */
  command(envelope: z.output<typeof envelopeSchema>, reply: (reply: CommandReply) => void): void
  fix(fix: Fix): void
}
