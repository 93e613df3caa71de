import { z } from 'zod'
import { dispositionSchema } from '../alarms/alarm'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { reasonSchema, writtenLines } from '../text/written'
import { meantFields } from './meant'
import { stepOutcomeSchema } from './step-outcome'

export const incidentCommands = {
  'add-note': z.object({
    ...meantFields,
    noteId: idSchema,
    text: writtenLines.min(1, 'a note needs words').max(4000),
  }),
  /** `outcome` is required where somebody must answer for the step (step-outcome.ts). */
  'complete-step': z.object({
    ...meantFields,
    stepId: idSchema,
    outcome: stepOutcomeSchema.optional(),
  }),
  'skip-step': z.object({ ...meantFields, stepId: idSchema, reason: reasonSchema }),
  'close-incident': z.object({
    ...meantFields,
    disposition: dispositionSchema,
    remark: writtenLines.max(4000),
  }),
  /** Takes one's own closing back, within the time of `undoWindow`. */
  'reopen-incident': z.object({ ...meantFields }),
} as const
export type IncidentCommand<Type extends keyof typeof incidentCommands> = CommandIn<
  typeof incidentCommands,
  Type
>
