import { useHotkeys } from 'react-hotkeys-hook'
import type { Action } from './action'
import { actionsIn } from './actions'
import { useConsole, usePorts } from './console-context'
import { runAction } from './use-action'

/**
 * The keyboard, in one place. Keys are told by where they lie on the keyboard, so that they work the same under a
 * Cyrillic layout. While a dialog is open, or in a text field, they do nothing.
 */
export function Shortcuts() {
  const mode = useConsole((data) => data.mode)
  return actionsIn(mode).map((action) => <Shortcut key={action.id} action={action} />)
}

function Shortcut({ action }: { action: Action }) {
  const ports = usePorts()
  const enabled = useConsole((data) => data.dialog === null)
  useHotkeys(action.keys, () => runAction(ports, action), {
    enabled,
    preventDefault: true,
    ignoreEventWhen: (event) => (event.repeat && !action.repeats) || belongsToFocus(event),
  })
  return null
}

/** A focused button takes Space and Enter, and a focused map takes the arrows: the key must not do two things. */
function belongsToFocus({ target, code }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (code === 'Space' || code === 'Enter') return target.closest('button, a, summary, [role=button]') !== null
  return code.startsWith('Arrow') && target.closest('canvas, [role=slider], [role=radiogroup]') !== null
}
