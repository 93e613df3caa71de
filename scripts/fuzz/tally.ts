export interface Tally {
  /** Grouped by how far they came: strict, tolerated, deciphered, events, … */
  readonly accepted: Record<string, number>
  /** By the reason given. */
  readonly refused: Record<string, number>
  readonly violations: Violation[]
}

export interface Violation {
  readonly what: string
  /** In hex, so that the case can be tried again. */
  readonly bytes: string
}

export const newTally = (): Tally => ({ accepted: {}, refused: {}, violations: [] })

export function count(counts: Record<string, number>, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by
}

/** This many are enough; more would fill the memory being watched. */
const mostViolations = 20

export function violate(tally: Tally, what: string, bytes: Uint8Array): void {
  if (tally.violations.length < mostViolations)
    tally.violations.push({ what, bytes: Buffer.from(bytes).toString('hex') })
}
