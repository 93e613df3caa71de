import { type NewUser, newUserSchema } from './user-store'

/**
 * Reads `name:password`; the password may contain colons. Throws a sentence that names the
 * variable.
 */
export function parseBootstrapAdmin(text: string): NewUser {
  const colon = text.indexOf(':')
  const username = colon < 0 ? text : text.slice(0, colon)
  const password = colon < 0 ? '' : text.slice(colon + 1)
  const parsed = newUserSchema.safeParse({ username, name: username, role: 'admin', password })
  if (parsed.success) return parsed.data
  const reason = parsed.error.issues[0]?.message ?? 'it cannot be read'
  throw new Error(`NAVBATCHI_BOOTSTRAP_ADMIN must be name:password: ${reason}`)
}
