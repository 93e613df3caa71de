import type { Pushes } from '../../../shared/ipc/contract'
import { viewNames } from '../../../shared/settings/window-place'
import type { Handlers } from '../ipc/handlers'
import type { ConsoleWindows } from './console-windows'

export interface ViewPorts {
  readonly windows: Pick<ConsoleWindows, 'toggleView'>
  /** Tells every other window of the unit what was selected in this one. */
  readonly tellSelection: (selection: Pushes['selection'], from: number) => void
}

export type ViewRequest = 'toggle-view' | 'select'

/** The windows beside the room. They show it and decide nothing: commands come from the room alone. */
export const viewHandlers = ({
  windows,
  tellSelection,
}: ViewPorts): Pick<Handlers, ViewRequest> => ({
  'toggle-view'({ view }, { mode }) {
    if (mode === 'live' && viewNames.includes(view)) windows.toggleView(view)
    return null
  },
  select({ selection }, { mode, windowId = 0 }) {
    if (mode !== 'replay') tellSelection(selection, windowId)
    return null
  },
})
