import { z } from 'zod'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { reasonSchema } from '../text/written'
import { longestTest } from './on-test'

export const onTestCommands = {
  /**
   * No alarms of this site, or of these zones, for a number of minutes. Signals are still recorded.
   */
  'start-test': z.object({
    testId: idSchema,
    siteId: idSchema,
    zones: z
      .array(z.string().trim().min(1).max(8))
      .min(1, 'name at least one zone')
      .max(200)
      .nullable(),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(longestTest, `at most ${longestTest / 60} hours`),
    reason: reasonSchema,
  }),
  'end-test': z.object({ testId: idSchema }),
} as const
export type OnTestCommand<Type extends keyof typeof onTestCommands> = CommandIn<
  typeof onTestCommands,
  Type
>
