/** What stands on the same key of a Latin keyboard, row by row, for the layouts used here. */
const rows: readonly (readonly [cyrillic: string, latin: string])[] = [
  ['йцукенгшщзхъ', 'qwertyuiop[]'],
  ['фывапролджэ', "asdfghjkl;'"],
  ['ячсмитьбю', 'zxcvbnm,.'],
  // Where the Uzbek layout differs from the Russian one.
  ['ўғқҳ', 'o]-='],
]

const latinOf: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([cyrillic, latin]) =>
    [...cyrillic].map((letter, at): [string, string] => [letter, latin[at] ?? letter]),
  ),
)

/**
 * What the same keys give on a Latin keyboard: whoever types `d q10` with a Cyrillic layout has
 * typed `в й10`.
 */
export const asOnLatinKeys = (text: string): string =>
  [...text.toLowerCase()].map((letter) => latinOf.get(letter) ?? letter).join('')
