import { describe, expect, it } from 'vitest'
import { countsOfOne, countsOfPlaywright, countsOfVitest, sum, summary } from './counts.mjs'

describe('the counts of a test run', () => {
  it('take a stage without tests of its own as one test', () => {
    expect(countsOfOne(0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(countsOfOne(2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
  it('are read from the reports', () => {
    const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
    expect(countsOfVitest(vitest, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 })
    const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(countsOfPlaywright(playwright, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 })
  })
  it('never hide a stage that ended with an error', () => {
    expect(countsOfVitest({ numPassedTests: 7, numFailedTests: 0 }, 1)).toEqual({
      passed: 7,
      failed: 1,
      skipped: 0,
    })
    expect(countsOfPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
  it('are summed into one last line', () => {
    const total = sum([countsOfOne(0), { passed: 2, failed: 0, skipped: 0 }])
    expect(summary(total)).toBe('3 passed, 0 failed')
    expect(summary({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped')
  })
})
