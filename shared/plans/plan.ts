import { z } from 'zod'
import type { EntryIn, EventIn } from '../journal/fact'
import type { Instant } from '../lang/instant'
import { type PlanName, planNameSchema } from './plan-names'
import { type PlanStep, planStepSchema } from './steps'

/** One version of a plan, as a supervisor published it. */
export interface PlanVersion {
  readonly version: number
  readonly steps: readonly PlanStep[]
  readonly publishedAt: Instant
  /** The entry that published it. Incidents opened after it use this version. */
  readonly publishedSeq: number
  readonly publishedBy: string
  readonly publishedById: string
}

export interface Plan {
  readonly id: PlanName
  readonly versions: readonly PlanVersion[]
}

/** The most steps a plan may have. Nobody reads more than this at night. */
export const mostSteps = 20

export const planChosenSchema = z.object({
  id: planNameSchema,
  version: z.number().int().positive(),
  /** The site was particularly important: it is reported upwards before the incident is closed. */
  upwards: z.literal(true).optional(),
})
export type PlanChosen = z.output<typeof planChosenSchema>

export const planEvents = {
  'plan-published': z.object({
    planId: planNameSchema,
    version: z.number().int().min(2),
    steps: z.array(planStepSchema).min(1).max(mostSteps),
  }),
} as const
export type PlanEntry = EntryIn<typeof planEvents>
export type PlanEvent = EventIn<typeof planEvents>
