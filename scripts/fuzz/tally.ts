/** What a run came to. */
export interface Tally {
  /** By how far they came: strict, tolerated, deciphered, events, … */
  readonly accepted: Record<string, number>
  /** By the reason given. */
  readonly refused: Record<string, number>
  readonly violations: Violation[]
}

/** Something that must never be. */
export interface Violation {
  readonly what: string
  /** In hex, to be tried again. */
  readonly bytes: string
}

export const newTally = (): Tally => ({ accepted: {}, refused: {}, violations: [] })

export function count(counts: Record<string, number>, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by
}

/** So many are enough to know; more would only fill the memory that is being watched. */
const mostViolations = 20

export function violate(tally: Tally, what: string, bytes: Uint8Array): void {
  if (tally.violations.length < mostViolations)
    tally.violations.push({ what, bytes: Buffer.from(bytes).toString('hex') })
}
