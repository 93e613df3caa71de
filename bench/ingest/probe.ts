/*
 * Loaded into the measured process beside its own program (`--import`): answers each message with
 * what the process has used. `held` collects garbage first, so that the memory reported is what is
 * held; `usage` takes things as they are.
 */
export interface Usage {
  /** Bytes. */
  readonly heapUsed: number
  /** Of memory outside V8's heap that its objects hold (buffers), bytes. */
  readonly external: number
  readonly rss: number
  /** Processor time of all threads since the start, s. */
  readonly cpu: number
}

process.on('message', (message) => {
  if (message !== 'usage' && message !== 'held') return
  // Twice: what finalizers let go of in the first is free after the second.
  if (message === 'held') for (let time = 0; time < 2; time += 1) globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  process.send?.({ heapUsed, external, rss, cpu: (user + system) / 1_000_000 } satisfies Usage)
})
// The benchmark is gone, by whatever means: the program ends in its own way.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// The channel must not keep the program alive when all else has ended.
process.channel?.unref()
