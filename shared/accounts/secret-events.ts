import { z } from 'zod'
import { idSchema } from '../lang/id'
import { accountSchema } from '../sites/account'

/**
 * What became of secrets, and who looked at them. The secrets themselves are in the hub's vault,
 * never in an entry.
 */
export const secretEvents = {
  /** The key of an account that reports encrypted. */
  'account-key-changed': z.object({ account: accountSchema, change: z.enum(['set', 'removed']) }),
  /** Stands before the words are answered: nobody reads them unseen. */
  'duress-words-shown': z.object({ siteId: idSchema }),
} as const
