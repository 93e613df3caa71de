import { app, nativeImage } from 'electron'
import type { ConsoleWindows } from '../window/console-windows'
import type { Taskbar } from './attention'

const size = 16
const red = [0x2d, 0x1f, 0xd4, 0xff] as const

/** A red disc: Windows draws it over the program's button, where it has no numbers. */
function disc(): Electron.NativeImage {
  const pixels = Buffer.alloc(size * size * 4)
  const middle = (size - 1) / 2
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (Math.hypot(x - middle, y - middle) <= middle) pixels.set(red, (y * size + x) * 4)
  return nativeImage.createFromBitmap(pixels, { width: size, height: size })
}

/** The number stands in the title too: a taskbar without badges shows that. */
export function consoleTaskbar(windows: Pick<ConsoleWindows, 'listening'>): Taskbar {
  return {
    count(n) {
      app.setBadgeCount(n)
      for (const window of windows.listening()) {
        window.setTitle(n > 0 ? `(${n}) Navbatchi` : 'Navbatchi')
        if (process.platform === 'win32')
          window.setOverlayIcon(n > 0 ? disc() : null, n > 0 ? String(n) : '')
      }
    },
    flash(on) {
      // A window somebody looks at needs no flashing.
      for (const window of windows.listening())
        if (!on || !window.isFocused()) window.flashFrame(on)
    },
  }
}
