import { z } from 'zod'
import { meantFields } from '../incidents/meant'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'

export const mergingCommands = {
  'merge-incident': z.object({ ...meantFields, intoId: idSchema }),
  /** Takes the alarm (`incidentId` is what it opens) and merges it. */
  'merge-alarm': z.object({ incidentId: idSchema, alarmId: idSchema, intoId: idSchema }),
  /** `incidentId` is the one that was merged into another. */
  'unmerge-incident': z.object(meantFields),
  'link-incidents': z.object({ ...meantFields, withId: idSchema }),
  'unlink-incidents': z.object({ ...meantFields, withId: idSchema }),
} as const
export type MergingCommand<Type extends keyof typeof mergingCommands> = CommandIn<
  typeof mergingCommands,
  Type
>
