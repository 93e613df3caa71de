import type { Action } from '../console/action'

/** Inputs of these types hold no text: letters typed at them are meant for the window. */
const textless = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'hidden',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
])

const isText = (element: Element): boolean =>
  element.closest('textarea, [contenteditable]:not([contenteditable=false])') !== null ||
  (element instanceof HTMLInputElement && !textless.has(element.type))

/** What Enter presses, and what the arrows move in, when it has the focus. */
const pressed = 'button, a, summary, select, [role=button]'
const steered =
  'select, canvas, input[type=range], input[type=radio], [role=slider], [role=separator], [role=radiogroup]'
const steering = /^(?:Arrow|Home$|End$|Page)/

/**
 * Whether a key belongs to the focused element and not to the window. Keys are the window's unless
 * text is typed; the focused element keeps only the keys that work it. An open dialog keeps all
 * keys but those of actions that work anywhere: letters meant for one of its fields must not send a
 * team when the field has lost the focus.
 */
export function belongsToFocus(
  event: KeyboardEvent,
  { anywhere = false }: Pick<Action, 'anywhere'>,
): boolean {
  const { target, code } = event
  // Already used by a list or slider that moves by itself.
  if (event.defaultPrevented) return true
  if (!(target instanceof Element)) return false
  if (isText(target)) return !(anywhere && event.ctrlKey)
  if (target.closest('dialog') !== null && !(anywhere && code !== 'Enter')) return true
  if (code === 'Enter') return target.closest(pressed) !== null
  return steering.test(code) && target.closest(steered) !== null
}
