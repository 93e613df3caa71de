import { useHotkeys } from 'react-hotkeys-hook'
import type { Action } from '../console/action'
import { useConsole, usePorts } from '../console/console-context'
import { runAction } from '../console/use-action'
import { actionsIn } from './actions'
import { belongsToFocus } from './key-owner'

/**
 * The keyboard, in one place. Keys go by position, so that they work the same under a Cyrillic
 * layout. `belongsToFocus` alone decides whether a key belongs to the window or to the focused
 * element.
 */
export function Shortcuts() {
  const mode = useConsole((data) => data.mode)
  const view = useConsole((data) => data.view)
  // A window beside the room gives no command: there only the map has keys.
  const actions = actionsIn(mode).filter(({ group }) => view === 'room' || group === 'map')
  return actions.map((action) => <Shortcut key={action.id} action={action} />)
}

function Shortcut({ action }: { action: Action }) {
  const ports = usePorts()
  useHotkeys(action.keys, () => runAction(ports, action), {
    preventDefault: true,
    // The library's own rule goes by tag and role: a clicked list row would silence every key.
    enableOnFormTags: true,
    enableOnContentEditable: true,
    ignoreEventWhen: (event) => (event.repeat && !action.repeats) || belongsToFocus(event, action),
  })
  return null
}
