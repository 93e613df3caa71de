export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
export function sum(all: readonly Counts[]): Counts
export function countsOfOne(code: number): Counts
export function countsOfVitest(report: unknown, code: number): Counts
export function countsOfPlaywright(report: unknown, code: number): Counts
export function summary(counts: Counts): string
