import { z } from 'zod'

/**
 * An identifier made by whoever starts the thing (a UUID, or a demo name): short, printable, no
 * spaces.
 */
export const idSchema = z
  .string()
  .regex(/^[\w.:-]{1,64}$/, 'an id of 1 to 64 letters, digits or . : _ -')
