import { z } from 'zod'
import type { CommandIn } from '../room/noun'
import { escalationTimesSchema } from './times'

export const escalationCommands = {
  /**
   * Puts other times into force. `replaces` is the version its author started from, so that nobody
   * undoes what they have not seen.
   */
  'set-escalation-times': z.object({
    replaces: z.number().int().min(0),
    times: escalationTimesSchema,
  }),
  'call-second-officer': z.object({}),
} as const
export type EscalationCommand<Type extends keyof typeof escalationCommands> = CommandIn<
  typeof escalationCommands,
  Type
>
