import { z } from 'zod'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'

/** The most alarms taken by one command: what fits into one commit without holding up others. */
export const mostTaken = 50

export const alarmCommands = {
  /**
   * "I take it": the officer owns the alarm and its incident; `incidentId` is used unless one is
   * open at the site.
   */
  'acknowledge-alarm': z.object({ alarmId: idSchema, incidentId: idSchema }),
  /** Takes one's own acknowledgement back, within the time of `undoWindow`. */
  'release-alarm': z.object({ alarmId: idSchema }),
  /** Takes several at once: all of a kind or of a district. Each has its own entry. */
  'take-alarms': z.object({
    alarms: z
      .array(z.object({ alarmId: idSchema, incidentId: idSchema }))
      .min(1)
      .max(mostTaken, `at most ${mostTaken} at once`),
  }),
} as const
export type AlarmCommand<Type extends keyof typeof alarmCommands> = CommandIn<
  typeof alarmCommands,
  Type
>
