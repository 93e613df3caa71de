/**
 * A failure with a sentence for the person at the keyboard: what is wrong and what to do. Printed
 * without a stack trace.
 */
export class SetupError extends Error {}

/**
 * One line per step, on stderr: stdout belongs to the program that is set up (the hub's ready line
 * is all it may say).
 * @param {string} sentence
 */
export const say = (sentence) => console.error(`setup: ${sentence}`)

const megabytes = (bytes) => Math.round(bytes / 1_000_000)

// A log file wants few lines, a terminal wants to see movement.
const linesEveryMs = 5_000
const redrawEveryMs = 200

/**
 * Shows how far a transfer is. On a terminal the line redraws itself; elsewhere a line appears now
 * and then.
 * @param {string} what
 * @param {number | undefined} total bytes, when known
 */
export const progress = (what, total) => {
  const redraws = process.stderr.isTTY === true
  let shown = Date.now() - (redraws ? redrawEveryMs : 0)
  return {
    /** @param {number} bytes */
    show(bytes) {
      if (Date.now() - shown < (redraws ? redrawEveryMs : linesEveryMs)) return
      shown = Date.now()
      const line = `setup: ${what}: ${megabytes(bytes)}${total === undefined ? '' : ` of ${megabytes(total)}`} MB`
      process.stderr.write(redraws ? `\r\x1b[K${line}` : `${line}\n`)
    },
    end() {
      if (redraws) process.stderr.write('\r\x1b[K')
    },
  }
}
