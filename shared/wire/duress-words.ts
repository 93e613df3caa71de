import { z } from 'zod'
import type { Refusal } from '../lang/decision'

/**
 * The word by which one contact of a site signals duress. `contact` is the contact's name, or the
 * role when there is no name.
 */
export const duressWordSchema = z.object({
  contact: z.string().max(200),
  word: z.string().max(200),
})
export type DuressWord = z.output<typeof duressWordSchema>

/**
 * `POST /v1/sites/:id/duress-words`. The limit is above what a register takes: it only stops what
 * is no answer of a hub.
 */
export const duressWordsSchema = z.object({ words: z.array(duressWordSchema).max(100) })

/** The answer to asking for a site's words. Held in memory briefly; never stored or logged. */
export type DuressWordsReply =
  | { readonly result: 'ok'; readonly words: readonly DuressWord[] }
  | { readonly result: 'refused'; readonly refusal: Refusal }
