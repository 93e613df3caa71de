import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { config as configureZod } from 'zod'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { openBridge } from '../shared/ipc/text-bridge'
import { App } from './app/App'
import { browserClock } from './app/browser-clock'
import { forgetWithOfficer } from './app/forget-officer'
import { startLiveFeed } from './app/live-feed'
import { PanelBoundary } from './app/PanelBoundary'
import { createSettling, SettledSign } from './app/settling'
import { showWholeText } from './app/whole-text'
import { ConsoleProvider } from './console/console-context'
import type { ConsolePorts } from './console/console-ports'
import { createConsoleStore } from './console/console-store'
import { browserFrames } from './console/frames'
import { redrawOnFault } from './console/guard-listeners'
import { createI18n } from './console/i18n'
import { startReplayFeed } from './replay/replay-feed'
import { spanFromQuery } from './replay/spans'

// The page's CSP allows no eval; zod would try it to compile schemas.
configureZod({ jitless: true })

// The main process opens a replay window with `?replay=<from>-<to>` (see electron/main/window).
const span = spanFromQuery(window.location.search)
const redraw = redrawOnFault(browserFrames, () => base.store.setState({}))
const settling = createSettling()
const base = {
  store: createConsoleStore(span ? 'replay' : 'live', Date.now(), redraw),
  bridge: openBridge(window.navbatchi),
  newId: () => crypto.randomUUID(),
}
const ports: ConsolePorts = span
  ? startReplayFeed({ ...base, clock: browserClock, frames: browserFrames }, span)
  : { ...base, now: Date.now }
if (!span) forgetWithOfficer(base.store)
if (!span) startLiveFeed(ports, { frames: browserFrames, settled: settling.settled })
showWholeText(document)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <I18nextProvider i18n={createI18n(ports.store.getState().language)}>
    <ConsoleProvider ports={ports}>
      <PanelBoundary name="screen">
        <App />
      </PanelBoundary>
      <SettledSign settling={settling} />
    </ConsoleProvider>
  </I18nextProvider>,
)
