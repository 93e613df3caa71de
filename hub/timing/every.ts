import type { Clock } from '../../shared/timeline/clock-port'

/**
 * Calls every `ms` until the returned function is called. A slow call delays the next and never
 * doubles it.
 */
export function every(clock: Clock, ms: number, call: () => void): () => void {
  const again = () => {
    call()
    if (!ended) cancel = clock.after(ms, again)
  }
  let ended = false
  let cancel = clock.after(ms, again)
  return () => {
    ended = true
    cancel()
  }
}
