import { z } from 'zod'
import { meantFields } from '../incidents/meant'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { writtenLine } from '../text/written'
import { callOutcomeSchema } from './call'

export const callCommands = {
  'call-contact': z.object({
    ...meantFields,
    callId: idSchema,
    role: writtenLine.max(80),
    name: writtenLine.max(120),
    phone: writtenLine.min(1, 'a call needs a number').max(40),
    elsewhere: z.literal(true).optional(),
  }),
  /** `threatId` is the id for the alarm that a duress word raises. */
  'end-call': z.object({
    ...meantFields,
    callId: idSchema,
    outcome: callOutcomeSchema,
    threatId: idSchema,
  }),
} as const
export type CallCommand<Type extends keyof typeof callCommands> = CommandIn<
  typeof callCommands,
  Type
>
