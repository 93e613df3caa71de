import { app, BrowserWindow } from 'electron'
import type { ReplaySpan, UnitId } from '../../../shared/ipc/contract'
import type { TextSize } from '../../../shared/settings/preferences'
import {
  type Rectangle,
  type ViewName,
  viewNames,
  type WindowName,
} from '../../../shared/settings/window-place'
import type { Asker } from '../ipc/handlers'
import type { Log } from '../log'
import { reviveWhenDead } from './revive'
import { zoomFor } from './text-size'
import type { WindowPlaces } from './window-places'

/**
 * This console's windows: the room, which is kept up to date; the views of it beside it, which are
 * kept up to date and give no command; and the replays.
 */
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
  /** The room and its views, without the one that has this page. */
  others(webContentsId: number): readonly BrowserWindow[]
  /** The views whose page can receive messages. */
  viewing(): readonly BrowserWindow[]
  /** Opens a view of the room, or closes the one that is open. */
  toggleView(view: ViewName): void
  /** Opens the views that were open when the console ended. */
  openViews(): void
  /** All windows whose page can receive messages, replays too. */
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
  readonly places: WindowPlaces
}

export function createConsoleWindows(settings: WindowSettings): ConsoleWindows {
  const windows = new Map<
    BrowserWindow,
    {
      readonly id: number
      readonly mode: Asker['mode']
      readonly view: ViewName | null
      hears: boolean
    }
  >()
  const { places } = settings
  let ending = false
  app.once('before-quit', () => {
    ending = true
  })
  let textSize: TextSize = 100
  /** Chromium gives all pages of an address one zoom, so the first window's width decides. */
  const zoom = () => {
    const [first] = windows.keys()
    const factor = zoomFor(textSize, first?.getContentSize()[0] ?? 0)
    for (const { webContents } of windows.keys()) webContents.setZoomFactor(factor)
  }
  const open = (
    mode: Asker['mode'],
    { query, title, name }: { query: string; title: string | null; name?: WindowName },
  ): BrowserWindow => {
    const window = makeWindow(settings.preload, title, name ? places.at(name) : null)
    if (name) places.keep(name, window)
    else if (title !== null) showLarge(window)
    const view = viewNames.find((one) => one === name) ?? null
    const known = { id: window.webContents.id, mode, view, hears: false }
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
  const openView = (view: ViewName) => {
    const window = open('view', {
      query: `?view=${view}`,
      title: `Navbatchi · ${view}`,
      name: view,
    })
    places.setOpen(view, true)
    // What is closed with the whole console comes back with it.
    window.on('closed', () => {
      if (!ending) places.setOpen(view, false)
    })
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
        .filter(([{ webContents }, { mode }]) => mode !== 'replay' && !webContents.isCrashed())
        .map(([window]) => window),
    others: (id) =>
      [...windows]
        .filter(([, known]) => known.mode !== 'replay' && known.hears && known.id !== id)
        .map(([window]) => window),
    viewing: () =>
      [...windows]
        .filter(([, { mode, hears }]) => mode === 'view' && hears)
        .map(([window]) => window),
    toggleView(view) {
      const shown = [...windows].find(([, known]) => known.view === view)
      if (shown) shown[0].close()
      else openView(view)
    },
    openViews() {
      for (const view of viewNames) if (places.wasOpen(view)) openView(view)
    },
    openLive: () => open('live', { query: '', title: 'Navbatchi', name: 'room' }),
    openReplay(unit, { from, to }) {
      const replays = [...windows]
        .filter(([, { mode }]) => mode === 'replay')
        .map(([window]) => window)
      if (replays.length < mostReplays)
        open('replay', {
          query: `?replay=${from}-${to}&unit=${unit}`,
          title: 'Navbatchi REPLAY',
        })
      else replays.at(-1)?.focus()
    },
    openHidden: (query) => open('replay', { query, title: null }),
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
function makeWindow(preload: string, title: string | null, place: Rectangle | null): BrowserWindow {
  const window = new BrowserWindow({
    ...(place ?? { width: 1920, height: 1080 }),
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
  // The page has the same title in all windows. Ours distinguishes a replay from the live room in
  // the task bar too.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

/** A replay: wherever the system puts it, and as large as there is room. */
function showLarge(window: BrowserWindow): void {
  window.once('ready-to-show', () => {
    window.maximize()
    window.show()
  })
}
