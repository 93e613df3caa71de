import { BrowserWindow } from 'electron'
import type { ReplaySpan, UnitId } from '../../../shared/ipc/contract'
import type { TextSize } from '../../../shared/settings/preferences'
import type { Asker } from '../ipc/handlers'
import type { Log } from '../log'
import { reviveWhenDead } from './revive'
import { zoomFor } from './text-size'

export interface ConsoleWindows {
  readonly origin: string
  /** Maps a web-contents id to the kind of window. */
  modes(): ReadonlyMap<number, Asker['mode']>
  /**
   * Call this when the window's page has sent its first request. The window then receives pushes
   * until its page dies or reloads.
   */
  heard(webContentsId: number): void
  live(): readonly BrowserWindow[]
  hearing(): readonly BrowserWindow[]
  /** Shows every page so large; a large screen may ask for more. */
  setTextSize(size: TextSize): void
  /** Live windows that have not crashed, including those whose page has not sent a request yet. */
  listening(): readonly BrowserWindow[]
  openLive(): BrowserWindow
  /** Opens a replay of a unit's span, or shows an open one when there are too many. */
  openReplay(unit: UnitId, span: ReplaySpan): void
  /** A window that nobody sees and that only reads, like a replay. Whoever opens it closes it. */
  openHidden(query: string): BrowserWindow
  /** Reloads the live windows' page, except one that a developer is debugging. */
  reloadLive(): void
  show(): void
}

/** Each replay holds its own room; more than a few would slow the live window down. */
const mostReplays = 4

export interface WindowSettings {
  /** The page's URL, without a query. */
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
  let textSize: TextSize = 100
  /** Chromium gives all pages of an address one zoom, so the first window's width decides. */
  const zoom = () => {
    const [first] = windows.keys()
    const factor = zoomFor(textSize, first?.getContentSize()[0] ?? 0)
    for (const { webContents } of windows.keys()) webContents.setZoomFactor(factor)
  }
  const open = (mode: Asker['mode'], query: string, title: string | null): BrowserWindow => {
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
    window.webContents.on('did-finish-load', zoom)
    window.on('resize', zoom)
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
    hearing: () => [...windows].filter(([, { hears }]) => hears).map(([window]) => window),
    setTextSize(size) {
      textSize = size
      zoom()
    },
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
    openHidden: (query) => open('replay', query, null),
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

/** Without a title it is never shown. */
function makeWindow(preload: string, title: string | null): BrowserWindow {
  const window = new BrowserWindow({
    width: 1920,
    height: 1080,
    minWidth: 1280,
    minHeight: 720,
    title: title ?? 'Navbatchi',
    // Same background as the page: no white flash in a dark room.
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
      // A covered console must keep drawing: on a wall of screens something is always in front of
      // something.
      backgroundThrottling: false,
    },
  })
  if (title !== null)
    window.once('ready-to-show', () => {
      window.maximize()
      window.show()
    })
  // The page has the same title in all windows. Ours distinguishes a replay from the live room in
  // the task bar too.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}
