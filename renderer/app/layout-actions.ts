import {
  type DeskLayout,
  layoutNames,
  panelNames,
  panelsShown,
  withLayout,
  withoutChanges,
  withPanel,
} from '../../shared/settings/layout'
import type { Action } from '../console/action'
import type { ConsolePorts } from '../console/console-ports'
import { isWide } from './use-wide'

/** The room is divided at once; the main process stores it and tells the other windows. */
export async function setLayout({ store, bridge }: ConsolePorts, layout: DeskLayout) {
  store.setState(({ settings }) => ({ settings: { ...settings, layout } }))
  await bridge.ask('set-layout', layout)
}

const layoutAction = (
  id: string,
  keys: string,
  next: (layout: DeskLayout) => DeskLayout,
): Action => ({
  ...{ id, keys, group: 'desk', only: 'live', anywhere: true },
  refusal: () => null,
  perform: ({ ports, data }) => setLayout(ports, next(data.settings.layout)),
})

const panelKeys = { card: 'alt+c', map: 'alt+m', teams: 'alt+t', log: 'alt+l' } as const

/** One key for each way to divide the screen, one for each panel that can be put away. */
export const layoutActions: readonly Action[] = [
  ...layoutNames.map((name, at) =>
    layoutAction(`layout-${name}`, `ctrl+${at + 1}`, (layout) => withLayout(layout, name)),
  ),
  layoutAction('layout-reset', 'ctrl+0', withoutChanges),
  ...panelNames.map((panel) =>
    layoutAction(`panel-${panel}`, panelKeys[panel], (layout) =>
      withPanel(layout, panel, !panelsShown(layout, isWide())[panel]),
    ),
  ),
]
