import { z } from 'zod'

/**
 * Control and format characters, line and paragraph separators, halves of surrogate pairs: nobody
 * sees them.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/**
 * One line of text somebody gives a thing as its name: what is in it can be seen, and the same text
 * is the same bytes.
 */
export const plainLineSchema = (longest: number) =>
  z
    .string()
    .refine((text) => !unseen.test(text), 'characters that cannot be seen may not be in it')
    .normalize('NFC')
    .trim()
    .max(longest)
