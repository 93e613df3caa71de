import type { LinkState } from '../../shared/ipc/contract'
import type { Announcer } from './announce'
import type { HubPlaces } from './embedded-hub'

export interface Readiness {
  windowAttached(): void
  hubReady(places: HubPlaces): void
  link(state: LinkState): void
  alarmsInRoom(): void
}

export interface ReadinessPorts {
  readonly announcer: Announcer
  readonly hub: string | null
  readonly data: string
  readonly onAlarmShown: () => void
}

const awaited = (hub: string, { said }: Extract<LinkState, { phase: 'lost' }>): string =>
  `The console waits for the hub at ${hub}, and goes on by itself once it is there. ${said?.text}`

export function createReadiness({ announcer, hub, data, onAlarmShown }: ReadinessPorts): Readiness {
  let attached = false
  let alarms = false
  let places: HubPlaces | null = null
  let phase: LinkState['phase'] = 'starting'

  const look = () => {
    if (!attached) return
    if (alarms) onAlarmShown()
    if (hub !== null && phase === 'signed-out') announcer.ready({ hub, data, signedOut: true })
    if (phase !== 'live') return
    if (hub !== null) announcer.ready({ hub, data })
    else if (places) announcer.ready({ http: places.http, dc09: places.dc09, data })
  }
  return {
    windowAttached() {
      attached = true
      look()
    },
    hubReady(found) {
      places = found
      look()
    },
    link(state) {
      phase = state.phase
      if (hub !== null && state.phase === 'lost') announcer.waiting(awaited(hub, state))
      look()
    },
    alarmsInRoom() {
      if (alarms) return
      alarms = true
      look()
    },
  }
}
