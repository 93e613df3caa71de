/** The characters on the same key of a Latin keyboard, row by row, for the layouts used here. */
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

/** What the same keys give on a Latin keyboard: `d q10` typed with a Cyrillic layout is `в й10`. */
export const asOnLatinKeys = (text: string): string =>
  [...text.toLowerCase()].map((letter) => latinOf.get(letter) ?? letter).join('')
