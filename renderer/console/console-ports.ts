import type { Bridge } from '../../shared/ipc/contract'
import type { Timeline } from '../../shared/timeline/timeline'
import type { ConsoleStore } from './console-store'

/** What the screen needs from outside; tests pass their own. */
export interface ConsolePorts {
  readonly store: ConsoleStore
  readonly bridge: Bridge
  /** This machine's clock, ms. The room's time is this plus `clockOffset`. */
  readonly now: () => number
  readonly newId: () => string
  /** Only in a replay, where it plays, pauses and seeks. */
  readonly timeline?: Timeline
}
