import { z } from 'zod'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'

export const mergingEvents = {
  /** The two are one event in the world: `incidentId` is worked on with `intoId` from now on. */
  'incident-merged': z.object({ incidentId: idSchema, intoId: idSchema }),
  /** They are not: each is again what it was. */
  'incident-unmerged': z.object({ incidentId: idSchema, fromId: idSchema }),
  /** Related, but worked on apart. */
  'incidents-linked': z.object({ incidentId: idSchema, withId: idSchema }),
  'incidents-unlinked': z.object({ incidentId: idSchema, withId: idSchema }),
} as const
export type MergingEntry<Type extends keyof typeof mergingEvents = keyof typeof mergingEvents> =
  EntryIn<typeof mergingEvents, Type>
export type MergingEvent = EventIn<typeof mergingEvents>
