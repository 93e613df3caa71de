import { z } from 'zod'
import { idSchema } from '../lang/id'

const userId = idSchema
const role = z.string().max(20)

/**
 * Changes to the people and fleets that may sign in. Each is written before it is carried out.
 * Passwords are never written.
 */
export const userEvents = {
  'user-registered': z.object({ userId, name: z.string().max(120), role }),
  /** `own`: changed by somebody who knew the old one; `reset`: by an administrator. */
  'password-changed': z.object({ userId, change: z.enum(['own', 'reset']) }),
  'user-role-changed': z.object({ userId, role, was: role }),
  'user-disabled': z.object({ userId }),
  'user-enabled': z.object({ userId }),
} as const
