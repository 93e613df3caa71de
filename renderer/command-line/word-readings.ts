import { searchKey } from '../../shared/text/search-key'
import { asOnLatinKeys } from './latin-keys'

/** A text as it may be meant, and the form of a word to compare it with. */
export interface WordReading {
  readonly typed: string
  readonly of: (word: string) => string
}

const lower = (word: string): string => word.toLowerCase()

/** Two words with the same result are one word, whatever the script. */
export const scriptless = (word: string): string => searchKey(word).trim()

/**
 * Readings of a word, the closest first: as it stands, as its keys read on a Latin keyboard, in
 * another script. So `с`, typed where `c` is, means `c` and not the `s` it sounds like.
 */
export const wordReadings = (typed: string): readonly WordReading[] => [
  { typed: lower(typed), of: lower },
  { typed: asOnLatinKeys(typed), of: lower },
  { typed: scriptless(typed), of: scriptless },
]
