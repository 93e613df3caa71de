import type { HubNoun } from '../hub-noun'
import { logFault } from '../keeper/log-fault'
import { startTriageDuties } from './triage-duties'
import { measureTriage } from './triage-metrics'

export const triageNoun: HubNoun = {
  duties: ({ keeper, clock, log }) =>
    startTriageDuties({
      keeper,
      clock,
      onFault: logFault(log, 'The end of a row of the ledger could not be recorded'),
    }),
  metrics: measureTriage,
}
