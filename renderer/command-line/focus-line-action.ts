import type { Action } from '../console/action'

/** Found by the action that puts the focus there. */
export const commandLineId = 'command-line'

/** Puts the focus in the command line. */
export const focusLineAction: Action = {
  id: 'focus-line',
  keys: 'slash',
  group: 'desk',
  refusal: () => null,
  perform: () => document.getElementById(commandLineId)?.focus(),
}
