import type { Clock } from '../../shared/timeline/clock-port'
import type { RecordsRunner } from './records-runner'

/** New entries are gathered for this long, ms: one commit serves many, and none is in a hurry. */
const gather = 200
/** While entries keep coming it rests this many times as long as it works: alarms need the core. */
const restWhileBusy = 8
/** Wait before a retry after trouble (a full disk), ms. */
const retryAfter = 5_000

export interface KeepingUp {
  grown(): void
  stop(): void
}

/**
 * Makes a runner follow its journal. It rests as long as it works, so that a year read from the
 * beginning never takes more than half a core from reception. In a storm it takes a ninth. The
 * records then fall behind and say by how much.
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
