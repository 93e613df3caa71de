import { z } from 'zod'
import { idSchema } from '../lang/id'

/** What is looked at, as one window tells it to the others. */
export const selectionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('alarm'), alarmId: idSchema }),
    z.object({ kind: z.literal('incident'), incidentId: idSchema }),
    z.object({ kind: z.literal('team'), teamId: idSchema }),
    z.object({ kind: z.literal('site'), siteId: idSchema }),
    z.object({ kind: z.literal('bundle'), bundleId: idSchema }),
    z.object({ kind: z.literal('held'), account: z.string().max(80) }),
  ])
  .nullable()
export type ToldSelection = z.output<typeof selectionSchema>
