import type { HubNoun } from '../hub-noun'
import { followKnown } from '../reception/held-signals'
import { countSignals } from './signal-metrics'
import { addSignalRoutes } from './signal-routes'

export const signalsNoun: HubNoun = {
  follow: followKnown,
  metrics: countSignals,
  routes: addSignalRoutes,
}
