import type { Feature } from '../console/feature'
import { CommandLine } from './CommandLine'
import { focusLineAction } from './focus-line-action'
import { PaletteDialog } from './PaletteDialog'
import { showPaletteAction } from './show-palette-action'

declare module '../console/dialog-subjects' {
  interface DialogSubjects {
    palette: object
  }
}

/** Everything by words: a line to type in, and a palette to find in. */
export const commandLineFeature: Feature = {
  actions: [showPaletteAction, focusLineAction],
  dialogs: { palette: () => <PaletteDialog /> },
  status: [{ place: 0, Part: CommandLine }],
}
