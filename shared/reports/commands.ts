import { z } from 'zod'
import { reportedPlaceSchema } from '../incidents/scene'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { writtenLine, writtenLines } from '../text/written'
import { reportKindSchema } from './report'

export const reportCommands = {
  /**
   * Somebody rang. `reportId` is the incident it opens. `sameAs`: it is what an open incident or an
   * unanswered alarm is about, and is merged with it at once; `takenAs` is the incident that the
   * alarm then opens.
   */
  'report-incident': z.object({
    reportId: idSchema,
    siteId: idSchema.optional(),
    place: reportedPlaceSchema.optional(),
    kind: reportKindSchema,
    text: writtenLines.max(4000),
    callerName: writtenLine.max(120).optional(),
    callerPhone: writtenLine.max(40).optional(),
    sameAs: z
      .union([
        z.object({ incidentId: idSchema }),
        z.object({ alarmId: idSchema, takenAs: idSchema }),
      ])
      .optional(),
    linkTo: idSchema.optional(),
  }),
} as const
export type ReportCommand = CommandIn<typeof reportCommands>
