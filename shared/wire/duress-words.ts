import { z } from 'zod'
import type { Refusal } from '../lang/decision'

/**
 * The word by which one contact of a site says to be under threat. `contact` is its name, or its
 * role when it has none.
 */
export const duressWordSchema = z.object({
  contact: z.string().max(200),
  word: z.string().max(200),
})
export type DuressWord = z.output<typeof duressWordSchema>

/**
 * `POST /v1/sites/:id/duress-words`: more than a register takes, so that the limit only stops what
 * is no answer of a hub.
 */
export const duressWordsSchema = z.object({ words: z.array(duressWordSchema).max(100) })

/**
 * What became of asking for the words of a site. Held in memory for a moment; never stored, never
 * logged.
 */
export type DuressWordsReply =
  | { readonly result: 'ok'; readonly words: readonly DuressWord[] }
  | { readonly result: 'refused'; readonly refusal: Refusal }
