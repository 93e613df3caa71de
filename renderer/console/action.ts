import type { Refusal } from '../../shared/lang/decision'
import type { Command } from '../../shared/room/commands'
import type { ConsolePorts } from './console-ports'
import type { ConsoleData, Selection } from './console-store'

export interface ActionContext {
  readonly data: ConsoleData
  readonly ports: ConsolePorts
  /** Hands a command to the hub (or the outbox) and shows its result. */
  readonly send: (command: Command) => Promise<boolean>
}

/**
 * What the officer is doing when an action is wanted. The key list is grouped by it, in this order.
 */
export const actionGroups = [
  'replay',
  'take',
  'send',
  'incident',
  'run',
  'queue',
  'team',
  'map',
  'past',
  'ledger',
  'site',
  'signals',
  'desk',
] as const
export type ActionGroup = (typeof actionGroups)[number]

/**
 * Something the officer can do: one object per file, read alike by the keyboard, the buttons and
 * the key list. `about` names what it acts on when that is not the selection (a button on a row).
 */
export interface Action {
  /** Also the key of its label: `actions.<id>` in the locales. */
  readonly id: string
  /** As react-hotkeys-hook writes it, e.g. `a`, `shift+d`, `space`. */
  readonly keys: string
  readonly group: ActionGroup
  /** The only kind of window where it makes sense; absent for both. */
  readonly only?: ConsoleData['mode']
  readonly anywhere?: boolean
  /** Repeats while the key is held down; other actions act once per press. */
  readonly repeats?: boolean
  /**
   * Null when it can be done now; otherwise why not, shown on the disabled button, which is never
   * hidden.
   */
  readonly refusal: (data: ConsoleData, about: Selection) => Refusal | null
  readonly perform: (context: ActionContext, about: Selection) => Promise<void> | void
}
