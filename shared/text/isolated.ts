/*
 * Foreign texts in a line of ours. Right-to-left text stands between marks that isolate its
 * direction. All other text stays as it is, so that it can be copied and compared.
 */

/** Blocks of the right-to-left scripts, including their unassigned code points. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Direction marks other than those set here. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/g
const marks = /[\u2068\u2069]/g

/** Whether every isolate that begins also ends, and none ends without having begun. */
function isBalanced(text: string): boolean {
  let depth = 0
  for (const [mark] of text.matchAll(marks)) {
    depth += mark === '\u2068' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/** The text as it may stand in a sentence. Isolates already in it are kept. */
export function isolated(text: string): string {
  const plain = text.replace(turning, '')
  const kept = isBalanced(plain) ? plain : plain.replace(marks, '')
  return rightToLeft.test(kept) ? `\u2068${kept}\u2069` : kept
}

/** Joins texts, each isolated, without those that are empty or absent. */
export const listed = (texts: readonly (string | null | undefined)[], between: string): string =>
  texts.flatMap((text) => (text ? [isolated(text)] : [])).join(between)
