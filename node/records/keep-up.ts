import type { Clock } from '../../shared/timeline/clock-port'
import type { RecordsRunner } from './records-runner'

/** New entries are taken in together after this, ms: one commit for many, and none in a hurry. */
const gather = 200
/** After trouble (the disk full) it is tried again, ms. */
const retryAfter = 5_000

export interface KeepingUp {
  grown(): void
  stop(): void
}

/**
 * Lets a runner follow its journal. It rests as long as it has worked, so that a year that is read
 * from the beginning never takes more than half a core from those who receive alarms.
 */
export function keepUp(
  runner: Pick<RecordsRunner, 'step' | 'state'>,
  clock: Clock,
  { onStep = () => {}, elapsed = () => performance.now() } = {},
): KeepingUp {
  let cancel: (() => void) | null = null
  let stopped = false

  const wake = (after: number) => {
    if (!stopped) cancel ??= clock.after(after, run)
  }
  function run(): void {
    cancel = null
    const began = elapsed()
    const more = runner.step()
    onStep()
    if (runner.state().fault !== null) wake(retryAfter)
    else if (more) wake(Math.ceil(elapsed() - began))
  }
  return {
    grown: () => wake(gather),
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
