/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const none = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export const sum = (all) =>
  all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    none,
  )

/**
 * A stage that ended with an error has failed, also when its report counts no failed test (a file
 * that could not be loaded).
 */
const atLeastOneFailed = (counts, code) =>
  code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 }

/**
 * A stage that is one test in itself, such as the type check.
 * @param {number} code exit code
 * @returns {Counts}
 */
export const countsOfOne = (code) => (code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 })

/**
 * @param {any} report what vitest's JSON reporter wrote; undefined: it wrote nothing
 * @param {number} code exit code
 * @returns {Counts}
 */
export const countsOfVitest = (report, code) =>
  atLeastOneFailed(
    {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    },
    code,
  )

/**
 * @param {any} report what Playwright's JSON reporter wrote; undefined: it wrote nothing
 * @param {number} code exit code
 * @returns {Counts}
 */
export const countsOfPlaywright = (report, code) =>
  atLeastOneFailed(
    {
      // Flaky: passed at a second try, where the configuration allows one.
      passed: (report?.stats?.expected ?? 0) + (report?.stats?.flaky ?? 0),
      failed: report?.stats?.unexpected ?? 0,
      skipped: report?.stats?.skipped ?? 0,
    },
    code,
  )

/**
 * @param {Counts} counts
 * @returns {string} the last line of a test run
 */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
