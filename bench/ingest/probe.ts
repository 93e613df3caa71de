/*
 * Loaded into the measured process beside its own program (`--import`): answers each message with
 * what the process has used. `held` collects garbage first, so that it reports only held memory;
 * `usage` does not.
 */
export interface Usage {
  /** Bytes. */
  readonly heapUsed: number
  /** Memory outside V8's heap that its objects hold (buffers), bytes. */
  readonly external: number
  readonly rss: number
  /** Processor time of all threads since the start, s. */
  readonly cpu: number
}

process.on('message', (message) => {
  if (message !== 'usage' && message !== 'held') return
  // Collect twice: what finalizers release in the first run is freed in the second.
  if (message === 'held') for (let time = 0; time < 2; time += 1) globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  process.send?.({ heapUsed, external, rss, cpu: (user + system) / 1_000_000 } satisfies Usage)
})
// When the benchmark has ended, however it did, let the program end in its usual way.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// The channel must not keep the program alive once everything else has ended.
process.channel?.unref()
