/**
 * Longest stretch of work, ms, before everything else gets its turn. An alarm that comes meanwhile
 * waits no longer than this.
 */
const longestStretch = 4

/**
 * For work of seconds that must not delay alarms. `due()` says that a stretch is over; `rest()`
 * gives the event loop one turn.
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

export async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  const pause = createPause()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (pause.due()) await pause.rest()
  }
}
