import { dialogAction } from '../console/dialog-action'

/** Finds everything by its name, with a dialog open as well. */
export const showPaletteAction = dialogAction({
  id: 'show-palette',
  keys: 'ctrl+k',
  group: 'desk',
  anywhere: true,
  dialog: () => ({ kind: 'palette' }),
})
