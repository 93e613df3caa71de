import { BrowserWindow } from 'electron'
import type { ReplaySpan, UnitId } from '../../../shared/ipc/contract'
import type { Asker } from '../ipc/handlers'
import type { Log } from '../log'
import { reviveWhenDead } from './revive'

/**
 * The windows of this console: the live ones, which are kept up to date, and the replays beside
 * them.
 */
export interface ConsoleWindows {
  readonly origin: string
  /** Web-contents id → what kind of window it is. */
  modes(): ReadonlyMap<number, Asker['mode']>
  /**
   * The page of this window has spoken: it hears what it is told, until it dies or is loaded again.
   */
  heard(webContentsId: number): void
  /** The live windows whose page can hear. */
  live(): readonly BrowserWindow[]
  /** Those, and the ones whose page has yet to speak. */
  listening(): readonly BrowserWindow[]
  openLive(): BrowserWindow
  /** A replay of a unit's span, or one that is open already when there are too many. */
  openReplay(unit: UnitId, span: ReplaySpan): void
  /** Loads the page of the live windows anew; one that a developer steps through is left alone. */
  reloadLive(): void
  /** Brings the live window to the front. */
  show(): void
}

/** Each holds a room of its own; more than a few would slow the live one down. */
const mostReplays = 4

export interface WindowSettings {
  /** Address of the page, without a query. */
  readonly page: string
  readonly origin: string
  readonly preload: string
  readonly log: Log
}

export function createConsoleWindows(settings: WindowSettings): ConsoleWindows {
  const windows = new Map<
    BrowserWindow,
    { readonly id: number; readonly mode: Asker['mode']; hears: boolean }
  >()
  const open = (mode: Asker['mode'], query: string, title: string): BrowserWindow => {
    const window = makeWindow(settings.preload, title)
    const known = { id: window.webContents.id, mode, hears: false }
    windows.set(window, known)
    window.on('closed', () => windows.delete(window))
    window.webContents.on('render-process-gone', () => {
      known.hears = false
    })
    window.webContents.on('did-start-navigation', (event) => {
      if (event.isMainFrame && !event.isSameDocument) known.hears = false
    })
    reviveWhenDead(window, settings.log)
    void window.loadURL(settings.page + query).catch((error: unknown) => {
      settings.log.error({ err: error }, 'The page of the window could not be loaded')
    })
    return window
  }
  return {
    origin: settings.origin,
    modes: () => new Map([...windows.values()].map(({ id, mode }) => [id, mode])),
    heard(id) {
      for (const known of windows.values()) if (known.id === id) known.hears = true
    },
    live: () =>
      [...windows]
        .filter(([, { mode, hears }]) => mode === 'live' && hears)
        .map(([window]) => window),
    listening: () =>
      [...windows]
        .filter(([{ webContents }, { mode }]) => mode === 'live' && !webContents.isCrashed())
        .map(([window]) => window),
    openLive: () => open('live', '', 'Navbatchi'),
    openReplay(unit, { from, to }) {
      const replays = [...windows]
        .filter(([, { mode }]) => mode === 'replay')
        .map(([window]) => window)
      if (replays.length < mostReplays)
        open('replay', `?replay=${from}-${to}&unit=${unit}`, 'Navbatchi REPLAY')
      else replays.at(-1)?.focus()
    },
    reloadLive() {
      for (const [{ webContents }, { mode }] of windows)
        if (mode === 'live' && !webContents.isDevToolsOpened()) webContents.reload()
    },
    show() {
      for (const [window, { mode }] of windows) {
        if (mode !== 'live') continue
        if (window.isMinimized()) window.restore()
        window.focus()
      }
    },
  }
}

function makeWindow(preload: string, title: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1920,
    height: 1080,
    minWidth: 1280,
    minHeight: 720,
    title,
    // The page's own background: no white flash in a dark room.
    backgroundColor: '#0a1119',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // A covered console keeps drawing: on a wall of screens something is always in front of
      // something.
      backgroundThrottling: false,
    },
  })
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
  // The page has one title for all windows; ours tells a replay from the live room in the task bar
  // too.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}
