import type { Clock } from '../../shared/timeline/clock-port'
import type { Log } from './log'

/**
 * Delays before a dead process is restarted, ms. They grow so that a process that cannot live does
 * not consume the machine.
 */
const rests = [100, 500, 1_000, 2_000, 5_000] as const
/** A process that ran this long, ms, was healthy, and its next death counts as the first. */
const wellAfter = 60_000
/** How long a process has to end in order when asked, ms; then it is killed. */
const stopPatience = 5_000

export interface Child {
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number) => void): void
  post(message: unknown): void
  end(): void
  kill(): void
}

export interface Keeping {
  readonly name: string
  readonly clock: Clock
  readonly log: Log
  readonly start: () => Child
  readonly onStarted: (child: Child) => void
  /** Called when it dies by itself; it is restarted after `restMs`. */
  readonly onDied: (code: number, restMs: number) => void
}

export interface Kept {
  /** Restarts a dead process without waiting for the rest to end. */
  startNow(): void
  stop(): Promise<void>
}

export function keepRunning({ name, clock, log, start, onStarted, onDied }: Keeping): Kept {
  let child: Child | null = null
  let deaths = 0
  let stopped: (() => void) | null = null
  let cancel = () => {}

  const run = () => {
    const born = clock.now()
    const started = start()
    child = started
    started.onExit((code) => {
      child = null
      if (stopped) {
        stopped()
        return
      }
      if (clock.now() - born > wellAfter) deaths = 0
      const rest = rests[Math.min(deaths, rests.length - 1)] ?? 0
      deaths += 1
      log.error({ process: name, code, rest }, 'A process died; it is started again')
      onDied(code, rest)
      // An `onDied` listener may have stopped it permanently.
      if (!stopped) cancel = clock.after(rest, run)
    })
    onStarted(started)
  }
  run()
  return {
    startNow() {
      if (child || stopped) return
      cancel()
      run()
    },
    stop: () =>
      new Promise((resolve) => {
        stopped = resolve
        cancel()
        const last = child
        if (!last) {
          resolve()
          return
        }
        last.end()
        clock.after(stopPatience, () => child && last.kill())
      }),
  }
}
