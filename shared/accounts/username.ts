import { z } from 'zod'

/**
 * The name somebody signs in with, in the one form in which it is stored, looked up and counted.
 * Letters are ASCII, so that no two names look alike. Only blanks are removed, so that no other
 * spelling leads to the same user.
 */
export const usernameSchema = z
  .string()
  .max(80)
  .regex(
    /^ *[a-z0-9][a-z0-9._-]{0,39} *$/i,
    'a name of 1 to 40 letters, digits or . _ - to sign in with',
  )
  .trim()
  .toLowerCase()
  .brand<'Username'>()
export type Username = z.output<typeof usernameSchema>
