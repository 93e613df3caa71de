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

/** What the console recommended when the officer chose this team, kept as evidence. */
export const dispatchReasonSchema = z.object({
  recommended: z.boolean(),
  text: z.string().max(300),
  /** In a straight line from the team's last position; null when unknown. */
  metres: z.number().min(0).nullable(),
  /** Estimated travel time; null when unknown. */
  seconds: z.number().min(0).nullable(),
  /** Age of that position, ms; null when unknown. */
  positionAge: z.number().min(0).nullable(),
})
export type DispatchReason = z.output<typeof dispatchReasonSchema>

/** One team on one incident. `times[phase]` is when that phase began. */
export interface Assignment {
  readonly id: string
  readonly incidentId: string
  readonly teamId: string
  readonly phase: AssignmentPhase
  readonly times: { readonly [Phase in AssignmentPhase]?: Instant }
  /** Who reported each phase: the crew itself, or an officer. */
  readonly doneBy: { readonly [Phase in AssignmentPhase]?: Who }
  readonly reason: DispatchReason
  readonly dispatchedBy: string
  readonly dispatchedById?: string
}

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
  'dispatch-cancelled': z.object({
    assignmentId: idSchema,
    reason: z.string().max(500),
    /** Taken back at once by whoever sent the team. */
    undone: z.literal(true).optional(),
  }),
  /** One entry ends the old assignment and begins the new one. */
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
