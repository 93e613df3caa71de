/**
 * Longest stretch of work, ms, before everything else gets its turn: an alarm that comes meanwhile
 * waits no longer.
 */
const longestStretch = 4

/**
 * For work of seconds that alarms must not wait for: `due()` says that a stretch is over, `rest()`
 * lets the event loop go round once.
 */
export function createPause() {
  let since = performance.now()
  const due = () => performance.now() - since >= longestStretch
  const rest = async () => {
    await new Promise((resume) => setImmediate(resume))
    since = performance.now()
  }
  return { due, rest }
}

/** Drives a piece of work that yields now and then to its end. */
export async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  const pause = createPause()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (pause.due()) await pause.rest()
  }
}
