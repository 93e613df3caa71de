import type { Pushes, PushName, UnitId } from '../../../shared/ipc/contract'
import { pushChannel, unitsChannel } from '../../channels'
import type { ConsoleWindows } from '../window/console-windows'
import type { DrawnWatch } from '../window/drawn-watch'

/**
 * Sends a message about one unit to every live window and view. Returns false when no live window
 * received it (one that died is being restored).
 */
export type Push = <Name extends PushName>(name: Name, value: Pushes[Name]) => boolean

/**
 * Replay windows receive no pushes, because nothing live may move in them (invariant 7). The text
 * is serialised once for all windows.
 */
export const pushTo =
  (windows: Pick<ConsoleWindows, 'live'> & Partial<Pick<ConsoleWindows, 'viewing'>>) =>
  (unit: UnitId): Push =>
  (name, value) => {
    const text = JSON.stringify(value)
    const hearing = windows.live()
    // What became of a command is said once, where commands are given.
    const views = name === 'settled' ? [] : (windows.viewing?.() ?? [])
    for (const { webContents } of [...hearing, ...views])
      webContents.send(pushChannel(name), unit, text)
    return hearing.length > 0
  }

export function pushUnits(windows: Pick<ConsoleWindows, 'listening'>, units: readonly UnitId[]) {
  const text = JSON.stringify(units)
  for (const { webContents } of windows.listening()) webContents.send(unitsChannel, text)
}

/** Wraps a push and records which entries a window was told of. */
export const watchedPush =
  (push: Push, watch: Pick<DrawnWatch, 'told'>): Push =>
  (name, value) => {
    const heard = push(name, value)
    const last = name === 'entries' ? (value as Pushes['entries']).at(-1) : undefined
    if (heard && last) watch.told(last.seq)
    return heard
  }
