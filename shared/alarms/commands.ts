import { z } from 'zod'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'

export const alarmCommands = {
  /**
   * "I take it": the officer owns the alarm and its incident; `incidentId` is used unless one is
   * open at the site.
   */
  'acknowledge-alarm': z.object({ alarmId: idSchema, incidentId: idSchema }),
  /** Takes one's own acknowledgement back, within the time of `undoWindow`. */
  'release-alarm': z.object({ alarmId: idSchema }),
} as const
export type AlarmCommand<Type extends keyof typeof alarmCommands> = CommandIn<
  typeof alarmCommands,
  Type
>
