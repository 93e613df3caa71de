import { type ViewName, viewNames } from '../../shared/settings/window-place'
import type { Action } from '../console/action'

const keys: Readonly<Record<ViewName, string>> = { map: 'ctrl+shift+m', wall: 'ctrl+shift+w' }

/** Opens a window beside the room, or closes it. */
export const viewActions: readonly Action[] = viewNames.map((view) => ({
  ...{ id: `view-${view}`, keys: keys[view], group: 'desk', only: 'live', anywhere: true },
  refusal: () => null,
  async perform({ ports }) {
    await ports.bridge.ask('toggle-view', { view })
  },
}))
