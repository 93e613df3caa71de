import { z } from 'zod'

/**
 * What names a monitoring centre: part of what its signals are caused by, so without the `/` and
 * `:` that divide there, and short enough for the journal's sources.
 */
export const centreIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,31}$/, 'an id of 1 to 32 small letters, digits or . _ -')

/**
 * Which monitoring centres may hand over signals by HTTP. Their keys stand nowhere but with them.
 */
export const centreEvents = {
  'centre-registered': z.object({ centreId: centreIdSchema, name: z.string().min(1).max(120) }),
  /** It got a new key, and the old one ended. */
  'centre-key-changed': z.object({ centreId: centreIdSchema }),
  'centre-removed': z.object({ centreId: centreIdSchema }),
} as const
