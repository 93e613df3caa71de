import type { Clock } from '../../shared/timeline/clock-port'
import type { Log } from './log'

/**
 * Before a process that died is started again, ms; longer each time, so that one that cannot live
 * does not eat the machine.
 */
const rests = [100, 500, 1_000, 2_000, 5_000] as const
/** One that lived this long, ms, was well: the next death counts as the first. */
const wellAfter = 60_000
/** What a process gets to end in order when asked, ms; then it is put down. */
const stopPatience = 5_000

/** A process of ours beside this one. */
export interface Child {
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number) => void): void
  post(message: unknown): void
  /** Asks it to end. */
  end(): void
  kill(): void
}

export interface Keeping {
  readonly name: string
  readonly clock: Clock
  readonly log: Log
  readonly start: () => Child
  /** Each time one is started. */
  readonly onStarted: (child: Child) => void
  /** When one died by itself; it is started again after `restMs`. */
  readonly onDied: (code: number, restMs: number) => void
}

export interface Kept {
  /** Starts one that died and rests, without waiting for the rest to be over. */
  startNow(): void
  /** Ends it for good. Resolves when it is gone. */
  stop(): Promise<void>
}

/** Keeps a process running: one that dies is started again. */
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
      // Whoever heard of the death may have stopped it for good.
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
