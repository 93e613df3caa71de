import type { Pushes, PushName } from '../../../shared/ipc/contract'
import { pushChannel } from '../../channels'
import type { ConsoleWindows } from '../window/console-windows'

/** Tells every live window something. */
export type Push = <Name extends PushName>(name: Name, value: Pushes[Name]) => void

/** Replay windows get none: nothing live may move in them (invariant 7). The text is made once, however many windows there are. */
export const pushTo =
  (windows: ConsoleWindows): Push =>
  (name, value) => {
    const text = JSON.stringify(value)
    for (const window of windows.live()) window.webContents.send(pushChannel(name), text)
  }
