import type { HubNoun } from '../hub-noun'
import { logFault } from '../keeper/log-fault'
import { startEscalationDuties } from './escalation-duties'

export const escalationNoun: HubNoun = {
  duties: ({ keeper, clock, log }) =>
    startEscalationDuties({
      keeper,
      clock,
      onFault: logFault(log, 'What waits too long could not be taken up the line'),
    }),
}
