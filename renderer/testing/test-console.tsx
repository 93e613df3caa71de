import { type RenderResult, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Language } from '../../shared/lang/language'
import type { WholeRoom } from '../../shared/room/room'
import { ConsoleProvider } from '../console/console-context'
import type { ConsolePorts } from '../console/console-ports'
import { type ConsoleData, createConsoleStore } from '../console/console-store'
import { createI18n } from '../console/i18n'
import type { SiteCards } from '../console/site-cards'
import { createFakeBridge, type FakeBridge, live } from './fake-bridge'

export interface TestPorts extends ConsolePorts {
  readonly bridge: FakeBridge
}

/** Ports of a live console at the instant `now` with the given room. Ids are `id-1`, `id-2` … */
export function createTestPorts(
  room: WholeRoom,
  change: Partial<ConsoleData> = {},
  now = 100_000,
): TestPorts {
  let ids = 0
  const store = createConsoleStore({ unit: 'unit-1', mode: 'live', now })
  store.setState({ room, hubRoom: room, link: live, cards: cardsOf(room), ...change })
  return { store, bridge: createFakeBridge(room), now: () => now, newId: () => `id-${++ids}` }
}

/** Every card, as if each had been looked at. */
const cardsOf = ({ sites }: WholeRoom): SiteCards =>
  new Map(
    Array.from(sites.values(), (site) => [site.id, { row: site, site, said: null, asking: false }]),
  )

/** Draws a part of the screen with everything it needs from outside. */
export function renderConsole(
  ports: ConsolePorts,
  part: ReactNode,
  language: Language = 'en',
): RenderResult {
  return render(
    <I18nextProvider i18n={createI18n(language)}>
      <ConsoleProvider ports={ports}>{part}</ConsoleProvider>
    </I18nextProvider>,
  )
}
