import type { ConsoleBridge, UnitId } from '../../shared/ipc/contract'
import type { Language } from '../../shared/lang/language'
import type { WindowName } from '../../shared/settings/window-place'
import type { ConsolePorts } from '../console/console-ports'
import { createConsoleStore } from '../console/console-store'
import { browserFrames } from '../console/frames'
import { redrawOnFault } from '../console/guard-listeners'
import { startReplayFeed } from '../replay/replay-feed'
import type { ReplayWanted } from '../replay/spans'
import { browserClock } from './browser-clock'
import { forgetWithOfficer } from './forget-officer'
import { startLiveFeed } from './live-feed'
import { createSettling, type Settling } from './settling'
import { shareSelection } from './share-selection'

/** What a window shows of one unit: its own store, and what feeds it. */
export interface OpenUnit {
  readonly ports: ConsolePorts
  readonly settling: Settling
  end(): void
}

/** Opens a unit in the language the window has so far. */
export function openUnit(bridge: ConsoleBridge, wanted: Omit<Wanted, 'mode'>): OpenUnit {
  const base = portsOf(bridge, { ...wanted, mode: 'live' })
  const ports: ConsolePorts = { ...base, now: Date.now }
  const settling = createSettling()
  const endForgetting = forgetWithOfficer(ports.store)
  const endSharing = shareSelection(ports)
  const endFeed = startLiveFeed(ports, { frames: browserFrames, settled: settling.settled })
  return {
    ports,
    settling,
    end() {
      endFeed()
      endSharing()
      endForgetting()
    },
  }
}

/** Its window ends with it. */
export function openReplay(bridge: ConsoleBridge, { unit, span }: ReplayWanted): OpenUnit {
  const base = portsOf(bridge, { unit, mode: 'replay', language: 'en' })
  const ports = startReplayFeed({ ...base, clock: browserClock, frames: browserFrames }, span)
  return { ports, settling: createSettling(), end: () => {} }
}

interface Wanted {
  readonly unit: UnitId
  readonly mode: 'live' | 'replay'
  readonly language: Language
  readonly view?: WindowName
}

function portsOf(bridge: ConsoleBridge, wanted: Wanted): Omit<ConsolePorts, 'now'> {
  const redraw = redrawOnFault(browserFrames, () => store.setState({}))
  const store = createConsoleStore({ ...wanted, now: Date.now() }, redraw)
  return { store, bridge: bridge.unit(wanted.unit), newId: () => crypto.randomUUID() }
}
