import { z } from 'zod'
import { idSchema } from '../lang/id'
import { accountSchema } from '../sites/account'

/**
 * Changes to secrets, and who looked at them. The secrets themselves are kept in the hub's vault,
 * never in an entry.
 */
export const secretEvents = {
  /** The key of an account that reports encrypted. */
  'account-key-changed': z.object({ account: accountSchema, change: z.enum(['set', 'removed']) }),
  /** Written before the words are returned, so nobody can read them unrecorded. */
  'duress-words-shown': z.object({ siteId: idSchema }),
} as const
