import { z } from 'zod'
import type { Who } from '../accounts/actor'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'

/** The steps a team itself reports, in order. */
export const progressSteps = ['acknowledged', 'en-route', 'on-scene', 'cleared'] as const
export const progressSchema = z.enum(progressSteps)
export type Progress = z.output<typeof progressSchema>

export const assignmentPhases = ['dispatched', ...progressSteps, 'cancelled', 'reassigned'] as const
export type AssignmentPhase = (typeof assignmentPhases)[number]

/** Why this team: what the recommendation said when the officer decided, kept as evidence. */
export const dispatchReasonSchema = z.object({
  /** True when the officer took the team the console recommended. */
  recommended: z.boolean(),
  text: z.string().max(300),
  /** Straight-line metres from the team's last position, when known. */
  metres: z.number().min(0).nullable(),
  /** Estimated seconds on the way, when known. */
  seconds: z.number().min(0).nullable(),
  /** Age of the position it was judged by, in ms, when known. */
  positionAge: z.number().min(0).nullable(),
})
export type DispatchReason = z.output<typeof dispatchReasonSchema>

/** One team on one incident, with its times. `times[phase]` is when that phase began. */
export interface Assignment {
  readonly id: string
  readonly incidentId: string
  readonly teamId: string
  readonly phase: AssignmentPhase
  readonly times: { readonly [Phase in AssignmentPhase]?: Instant }
  /** Who said that the phase had begun: the crew itself, or an officer. */
  readonly doneBy: { readonly [Phase in AssignmentPhase]?: Who }
  readonly reason: DispatchReason
  readonly dispatchedBy: string
  readonly dispatchedById?: string
}

/** Still claims the team. */
export const isActive = (assignment: Assignment): boolean =>
  assignment.phase !== 'cleared' &&
  assignment.phase !== 'cancelled' &&
  assignment.phase !== 'reassigned'

export const assignmentEvents = {
  'team-dispatched': z.object({
    assignmentId: idSchema,
    incidentId: idSchema,
    teamId: idSchema,
    reason: dispatchReasonSchema,
  }),
  'dispatch-acknowledged': z.object({ assignmentId: idSchema }),
  'team-en-route': z.object({ assignmentId: idSchema }),
  'team-on-scene': z.object({ assignmentId: idSchema }),
  'team-cleared': z.object({ assignmentId: idSchema }),
  'dispatch-cancelled': z.object({ assignmentId: idSchema, reason: z.string().max(500) }),
  /**
   * The team leaves one incident for another: the old assignment ends and a new one begins in one
   * entry.
   */
  'team-reassigned': z.object({
    assignmentId: idSchema,
    newAssignmentId: idSchema,
    toIncidentId: idSchema,
    reason: z.string().max(500),
    dispatch: dispatchReasonSchema,
  }),
} as const

export type AssignmentEntry<
  Type extends keyof typeof assignmentEvents = keyof typeof assignmentEvents,
> = EntryIn<typeof assignmentEvents, Type>
export type AssignmentEvent = EventIn<typeof assignmentEvents>
