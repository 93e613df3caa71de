import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { config as configureZod } from 'zod'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { openBridge } from '../shared/ipc/text-bridge'
import type { Language } from '../shared/lang/language'
import { paperFromQuery } from '../shared/paper/paper-query'
import { viewNames } from '../shared/settings/window-place'
import { App } from './app/App'
import { followUnits } from './app/follow-units'
import { type OpenUnit, openReplay, openUnit } from './app/open-unit'
import { PanelBoundary } from './app/PanelBoundary'
import { SettledSign } from './app/settling'
import { showWholeText } from './app/whole-text'
import { ConsoleProvider } from './console/console-context'
import { browserFrames } from './console/frames'
import { createI18n } from './console/i18n'
import { replayFromQuery } from './replay/spans'

// The page's CSP allows no eval; zod would try it to compile schemas.
configureZod({ jitless: true })

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
const root = createRoot(element)
const firstLanguage: Language = 'en'
const i18n = createI18n(firstLanguage)
showWholeText(document)

/** Nothing on screen outlives its unit: another unit begins with fresh components. */
function show({ ports, settling }: OpenUnit): void {
  root.render(
    <I18nextProvider key={ports.store.getState().unit} i18n={i18n}>
      <ConsoleProvider ports={ports}>
        <PanelBoundary name="screen">
          <App />
        </PanelBoundary>
        <SettledSign settling={settling} />
      </ConsoleProvider>
    </I18nextProvider>,
  )
}

const bridge = openBridge(window.navbatchi)
// The main process opens a replay window with `?replay=…&unit=…` (see electron/main/window).
const replay = replayFromQuery(window.location.search)
const paper = paperFromQuery(window.location.search)
if (paper)
  void import('./paper/show-paper').then(({ showPaper }) =>
    showPaper(bridge, paper, { root, words: i18n }),
  )
else if (replay) show(openReplay(bridge, replay))
else {
  let open: OpenUnit | null = null
  // … and a view beside the room with `?view=…`.
  const asked = new URLSearchParams(window.location.search).get('view')
  const view = viewNames.find((name) => name === asked) ?? 'room'
  followUnits(bridge, browserFrames, (unit) => {
    const language = open?.ports.store.getState().language ?? firstLanguage
    open?.end()
    open = openUnit(bridge, { unit, language, view })
    show(open)
  })
}
