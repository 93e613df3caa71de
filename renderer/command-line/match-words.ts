import { scriptless } from './word-readings'

const wordsIn = (text: string): readonly string[] => scriptless(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** A text prepared to be found: once a text, not once a key. */
export interface Findable {
  readonly key: string
  readonly words: readonly string[]
}

export const findable = (...texts: readonly string[]): Findable => ({
  key: texts.map(scriptless).join(' '),
  words: texts.flatMap(wordsIn),
})

/** The first letter, and others in order: `aknl` is in `acknowledge`. */
const isScattered = (query: string, word: string): boolean => {
  if (word[0] !== query[0]) return false
  let at = 0
  for (const letter of word) if (letter === query[at]) at += 1
  return at === query.length
}

/** Shorter ones are scattered over nearly everything. */
const shortestScattered = 3

function costOf(query: string, { key, words }: Findable): number | null {
  if (words.includes(query)) return 0
  if (words.some((word) => word.startsWith(query))) return 1
  if (key.includes(query)) return 2
  const scattered =
    query.length >= shortestScattered && words.some((word) => isScattered(query, word))
  return scattered ? 4 : null
}

/**
 * How far a text is from what is looked for, 0 being the closest; null unless each word of the
 * query is found in it.
 */
export function distanceOf(query: string, text: Findable): number | null {
  let sum = 0
  for (const word of wordsIn(query)) {
    const cost = costOf(word, text)
    if (cost === null) return null
    sum += cost
  }
  return sum
}

export interface Close<Item> {
  readonly item: Item
  readonly distance: number
}

/** What matches, the closest first; what is equally close stays in its order. */
export const closest = <Item>(
  query: string,
  items: readonly Item[],
  textOf: (item: Item) => Findable,
): readonly Close<Item>[] =>
  items
    .flatMap((item) => {
      const distance = distanceOf(query, textOf(item))
      return distance === null ? [] : [{ item, distance }]
    })
    .sort((a, b) => a.distance - b.distance)
