import type { Action } from './action'
import { openDialog } from './console-changes'
import type { ConsoleData, Selection } from './console-store'
import type { SomeDialog } from './dialog-subjects'

export interface DialogAction extends Omit<Action, 'refusal' | 'perform'> {
  /** Absent for a dialog that can always be opened. */
  readonly refusal?: Action['refusal']
  /** Null when there is nothing to open it about. */
  readonly dialog: (data: ConsoleData, about: Selection) => SomeDialog | null
}

/** An action that opens a dialog, and does nothing else. */
export const dialogAction = ({
  refusal = () => null,
  dialog,
  ...action
}: DialogAction): Action => ({
  ...action,
  refusal,
  perform({ data, ports }, about) {
    const opened = dialog(data, about)
    if (opened) openDialog(ports, opened)
  },
})
