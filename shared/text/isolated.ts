/*
 * Texts of others in a line of ours: what is written from right to left stands between marks that
 * keep its direction to itself. All other text stays as it is, so that it can be copied and
 * compared.
 */

/** The blocks of the scripts written from right to left, what is not yet assigned in them too. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Marks of direction but those set here. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/g
const marks = /[\u2068\u2069]/g

/** Whether each isolate that begins ends, and none ends that never began. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const [mark] of text.matchAll(marks)) {
    depth += mark === '\u2068' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/** The text as it may stand in a sentence. A sentence with isolated texts in it keeps them. */
export function isolated(text: string): string {
  const plain = text.replace(turning, '')
  const kept = isBalanced(plain) ? plain : plain.replace(marks, '')
  return rightToLeft.test(kept) ? `\u2068${kept}\u2069` : kept
}

/** Texts one after the other, each isolated; what is empty or absent is left out. */
export const listed = (texts: readonly (string | null | undefined)[], between: string): string =>
  texts.flatMap((text) => (text ? [isolated(text)] : [])).join(between)
