import { z } from 'zod'

/**
 * Control and format characters, line and paragraph separators, halves of surrogate pairs: nobody
 * sees them.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/**
 * A name that people give a thing: one line in which everything is visible, so that equal-looking
 * names are equal bytes.
 */
export const plainLineSchema = (longest: number) =>
  z
    .string()
    .refine((text) => !unseen.test(text), 'characters that cannot be seen may not be in it')
    .normalize('NFC')
    .trim()
    .max(longest)
