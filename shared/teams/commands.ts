import { z } from 'zod'
import { meantFields } from '../incidents/meant'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { reasonSchema } from '../text/written'
import { dispatchReasonSchema, progressSchema } from './assignment'

export const teamCommands = {
  'dispatch-team': z.object({
    ...meantFields,
    teamId: idSchema,
    assignmentId: idSchema,
    reason: dispatchReasonSchema,
  }),
  /** Reported by the team, or by an officer who heard it by radio. */
  'report-progress': z.object({ assignmentId: idSchema, to: progressSchema }),
  'cancel-dispatch': z.object({ assignmentId: idSchema, reason: reasonSchema }),
  /** Takes one's own dispatch back, within the time of `undoWindow`, before the crew answers. */
  'undo-dispatch': z.object({ assignmentId: idSchema }),
  'reassign-team': z.object({
    assignmentId: idSchema,
    newAssignmentId: idSchema,
    toIncidentId: idSchema,
    alarmId: meantFields.alarmId,
    reason: reasonSchema,
    dispatch: dispatchReasonSchema,
  }),
  'take-team-out-of-service': z.object({ teamId: idSchema, reason: reasonSchema }),
  'return-team-to-service': z.object({ teamId: idSchema }),
} as const
export type TeamCommand<Type extends keyof typeof teamCommands> = CommandIn<
  typeof teamCommands,
  Type
>
