import { type BrowserWindow, screen } from 'electron'
import {
  firstPlace,
  fitted,
  type Rectangle,
  type WindowName,
  type WindowPlace,
} from '../../../shared/settings/window-place'
import type { SettingsFile } from '../settings'

/** A new window is moved by the system and by us; what a person does comes later, ms. */
const settlingTime = 2_000
/** A window that is dragged is stored once it rests, ms. */
const restTime = 500

/** Where each kind of window stands, over restarts and whatever displays there are. */
export interface WindowPlaces {
  /** Where to open it; null leaves that to the system. */
  at(name: WindowName): Rectangle | null
  /** Shows it as it was left, and remembers where it is put from now on. */
  keep(name: WindowName, window: BrowserWindow): void
  /** The windows that were open when the console ended. */
  wasOpen(name: WindowName): boolean
  setOpen(name: WindowName, open: boolean): void
}

export function createWindowPlaces(settings: SettingsFile): WindowPlaces {
  const placeOf = (name: WindowName): WindowPlace =>
    settings.get().windows?.[name] ?? { maximised: true, open: false }
  const change = (name: WindowName, part: Partial<WindowPlace>) =>
    settings.change({
      windows: { ...settings.get().windows, [name]: { ...placeOf(name), ...part } },
    })
  const at = (name: WindowName): Rectangle | null => {
    const displays = displaysNow()
    const saved = placeOf(name).at
    return saved ? fitted(saved, displays) : firstPlace(name, displays)
  }
  return {
    at,
    keep(name, window) {
      let ready = false
      let timer: NodeJS.Timeout | null = null
      const store = () => {
        timer = null
        if (window.isDestroyed() || window.isMinimized()) return
        change(name, { at: window.getNormalBounds(), maximised: window.isMaximized() })
      }
      const moved = () => {
        if (!ready) return
        if (timer) clearTimeout(timer)
        timer = setTimeout(store, restTime)
      }
      // A display that is unplugged must not take a window with it.
      const refit = () => window.setBounds(fitted(window.getBounds(), displaysNow()))
      window.once('ready-to-show', () => {
        if (placeOf(name).maximised) window.maximize()
        window.show()
        setTimeout(() => {
          ready = true
        }, settlingTime)
      })
      window.on('move', moved)
      window.on('resize', moved)
      screen.on('display-removed', refit)
      window.on('closed', () => {
        if (timer) clearTimeout(timer)
        screen.off('display-removed', refit)
      })
    },
    wasOpen: (name) => placeOf(name).open,
    setOpen: (name, open) => change(name, { open }),
  }
}

/** The main display first; without task bars, which a window must not lie under. */
function displaysNow(): Rectangle[] {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}
