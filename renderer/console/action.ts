import type { Refusal } from '../../shared/lang/decision'
import type { Command } from '../../shared/room/commands'
import type { ConsolePorts } from './console-ports'
import type { ConsoleData, Selection } from './console-store'

/** What an action is about to act in: the data as it is now and how to change things. */
export interface ActionContext {
  readonly data: ConsoleData
  readonly ports: ConsolePorts
  /** Hands a command to the hub (or the outbox) and shows what became of it. */
  readonly send: (command: Command) => Promise<boolean>
}

/** What the hand is doing when it wants an action; the key list goes by it, in this order. */
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
 * Something the officer can do: one object per file, read by the keyboard, the buttons and the key
 * list alike. `about` names what it acts on when it is not the selection (a button on a row).
 */
export interface Action {
  /** Also the key of its label: `actions.<id>` in the locales. */
  readonly id: string
  /** As react-hotkeys-hook writes it, e.g. `a`, `shift+d`, `space`. */
  readonly keys: string
  readonly group: ActionGroup
  /** The kind of window it belongs to, where it has no sense in the other; absent for both. */
  readonly only?: ConsoleData['mode']
  /**
   * Acts with a dialog open as well and, by its key with Ctrl, while text is typed: a new alarm
   * waits for nobody.
   */
  readonly anywhere?: boolean
  /** Goes on while the key is held down; other actions are done once a press. */
  readonly repeats?: boolean
  /** Null when it can be done now, or why not: shown on the disabled button, never hidden. */
  readonly refusal: (data: ConsoleData, about: Selection) => Refusal | null
  readonly perform: (context: ActionContext, about: Selection) => Promise<void> | void
}
