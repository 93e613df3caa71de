import { z } from 'zod'
import type { EntryIn } from '../journal/fact'
import { idSchema } from '../lang/id'

/** Sign-ins and sign-outs. The number of officers who share the load follows from them. */
export const sessionEvents = {
  'officer-signed-in': z.object({ sessionId: idSchema, from: z.string().max(120) }),
  'officer-signed-out': z.object({ sessionId: idSchema }),
} as const
export type SessionEntry<Type extends keyof typeof sessionEvents = keyof typeof sessionEvents> =
  EntryIn<typeof sessionEvents, Type>
