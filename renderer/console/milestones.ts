/**
 * Moments the benchmarks measure, in the browser's own timeline (`performance.mark`), so that they
 * measure the shipped product and no special build. Each is marked after the frame that shows it
 * was painted.
 */
export type Milestone = 'list-usable' | 'sites-drawn' | 'alarm-row-painted' | 'alarm-symbol-painted'

/** Marks kept at most; a console runs for days and the timeline must not grow. */
const keptMarks = 5_000
let marked = 0

/** Marks that something is on screen now. `id` says which one (an alarm) where there are many. */
export function markMilestone(name: Milestone, id?: string): void {
  marked += 1
  if (marked % keptMarks === 0) performance.clearMarks()
  performance.mark(name, { detail: id ?? null })
}

/**
 * Calls back once the document as it is now has been painted: after the next frame was handed to
 * the compositor.
 */
export function afterPaint(call: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => call()
    channel.port2.postMessage(null)
  })
}
