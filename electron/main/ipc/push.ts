import type { Pushes, PushName, UnitId } from '../../../shared/ipc/contract'
import { pushChannel, unitsChannel } from '../../channels'
import type { ConsoleWindows } from '../window/console-windows'
import type { DrawnWatch } from '../window/drawn-watch'

/**
 * Tells every live window something of one unit. False when none was there to hear it (one that
 * died is on its way back).
 */
export type Push = <Name extends PushName>(name: Name, value: Pushes[Name]) => boolean

/**
 * Replay windows get none: nothing live may move in them (invariant 7). The text is made once,
 * however many windows there are.
 */
export const pushTo =
  (windows: Pick<ConsoleWindows, 'live'>) =>
  (unit: UnitId): Push =>
  (name, value) => {
    const text = JSON.stringify(value)
    const hearing = windows.live()
    for (const { webContents } of hearing) webContents.send(pushChannel(name), unit, text)
    return hearing.length > 0
  }

/** Tells every live window which units there are. */
export function pushUnits(windows: Pick<ConsoleWindows, 'listening'>, units: readonly UnitId[]) {
  const text = JSON.stringify(units)
  for (const { webContents } of windows.listening()) webContents.send(unitsChannel, text)
}

/** The same, and notes which entries a window was told of. */
export const watchedPush =
  (push: Push, watch: Pick<DrawnWatch, 'told'>): Push =>
  (name, value) => {
    const heard = push(name, value)
    const last = name === 'entries' ? (value as Pushes['entries']).at(-1) : undefined
    if (heard && last) watch.told(last.seq)
    return heard
  }
