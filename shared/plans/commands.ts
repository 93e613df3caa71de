import { z } from 'zod'
import type { CommandIn } from '../room/noun'
import { mostSteps } from './plan'
import { planNameSchema } from './plan-names'

export const planCommands = {
  /**
   * Puts a new version of a plan into force for incidents opened after it. `replaces` is the
   * version its author started from, so that nobody undoes what they have not seen.
   */
  'publish-plan': z.object({
    planId: planNameSchema,
    replaces: z.number().int().positive(),
    steps: z.array(z.string().min(1).max(40)).min(1, 'a plan needs steps').max(mostSteps),
  }),
} as const
export type PlanCommand<Type extends keyof typeof planCommands> = CommandIn<
  typeof planCommands,
  Type
>
