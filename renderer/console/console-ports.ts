import type { Bridge } from '../../shared/ipc/contract'
import type { Timeline } from '../../shared/timeline/timeline'
import type { ConsoleStore } from './console-store'

/** What the screen takes from outside: tests pass their own. */
export interface ConsolePorts {
  readonly store: ConsoleStore
  readonly bridge: Bridge
  /** This machine's clock, ms. The room's time is this plus `clockOffset`. */
  readonly now: () => number
  readonly newId: () => string
  /** In a replay: what is played, paused and sought. */
  readonly timeline?: Timeline
}
