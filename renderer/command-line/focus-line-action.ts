import type { Action } from '../console/action'

/** The action that puts the focus there finds the line by this id. */
export const commandLineId = 'command-line'

export const focusLineAction: Action = {
  id: 'focus-line',
  keys: 'slash',
  group: 'desk',
  refusal: () => null,
  perform: () => document.getElementById(commandLineId)?.focus(),
}
