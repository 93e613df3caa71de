import type { Clock } from '../../shared/timeline/clock-port'
import type { RecordsRunner } from './records-runner'

/** New entries are taken in together after this, ms: one commit for many, and none in a hurry. */
const gather = 200
/** While entries go on coming it rests so many times as long as it works: alarms need the core. */
const restWhileBusy = 8
/** After trouble (the disk full) it is tried again, ms. */
const retryAfter = 5_000

export interface KeepingUp {
  grown(): void
  stop(): void
}

/**
 * Lets a runner follow its journal. It rests as long as it has worked, so that a year that is read
 * from the beginning never takes more than half a core from those who receive alarms, and in a
 * storm a ninth: the records then fall behind, and say by how much.
 */
export function keepUp(
  runner: Pick<RecordsRunner, 'step' | 'state'>,
  clock: Clock,
  { onStep = () => {}, elapsed = () => performance.now() } = {},
): KeepingUp {
  let cancel: (() => void) | null = null
  let stopped = false
  let worked = 0
  let grew = false

  const wake = (after: number) => {
    if (!stopped) cancel ??= clock.after(after, run)
  }
  function run(): void {
    cancel = null
    const busy = grew
    grew = false
    const began = elapsed()
    const more = runner.step()
    onStep()
    worked = Math.ceil(elapsed() - began)
    if (runner.state().fault !== null) wake(retryAfter)
    else if (more) wake(busy ? restWhileBusy * worked : worked)
  }
  return {
    grown() {
      grew = true
      wake(Math.max(gather, restWhileBusy * worked))
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
