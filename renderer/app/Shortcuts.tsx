import { useHotkeys } from 'react-hotkeys-hook'
import type { Action } from '../console/action'
import { useConsole, usePorts } from '../console/console-context'
import { runAction } from '../console/use-action'
import { actionsIn } from './actions'
import { belongsToFocus } from './key-owner'

/**
 * The keyboard, in one place. Keys are told by where they lie on the keyboard, so that they work
 * the same under a Cyrillic layout. Whose a key is, the window's or the focused element's, is said
 * by `belongsToFocus` alone.
 */
export function Shortcuts() {
  const mode = useConsole((data) => data.mode)
  return actionsIn(mode).map((action) => <Shortcut key={action.id} action={action} />)
}

function Shortcut({ action }: { action: Action }) {
  const ports = usePorts()
  useHotkeys(action.keys, () => runAction(ports, action), {
    preventDefault: true,
    // The library's own rule goes by tag and role: a clicked row of a list would silence every key.
    enableOnFormTags: true,
    enableOnContentEditable: true,
    ignoreEventWhen: (event) => (event.repeat && !action.repeats) || belongsToFocus(event, action),
  })
  return null
}
