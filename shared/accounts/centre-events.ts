import { z } from 'zod'

/**
 * Identifies a monitoring centre. It becomes part of the cause of its signals, so it must not
 * contain the separators `/` and `:`, and it must be short enough for the journal's sources.
 */
export const centreIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,31}$/, 'an id of 1 to 32 small letters, digits or . _ -')

/**
 * Which monitoring centres may hand over signals by HTTP. Their keys stand nowhere but with them.
 */
export const centreEvents = {
  'centre-registered': z.object({ centreId: centreIdSchema, name: z.string().min(1).max(120) }),
  /** It was given a new key; the old one stopped working. */
  'centre-key-changed': z.object({ centreId: centreIdSchema }),
  'centre-removed': z.object({ centreId: centreIdSchema }),
} as const
