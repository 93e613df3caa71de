import { onDuty } from '../accounts/issuer'
import type { alarmEvents } from '../alarms/alarm'
import type { incidentEvents } from '../incidents/incident'
import type { Noun } from '../room/noun'
import { callEvents } from './call'
import { callCommands } from './commands'
import { decideCall, decideEndCall } from './decide'
import { foldBegun, foldEnded } from './fold'

export const calls: Noun<
  typeof callEvents,
  typeof callCommands,
  never,
  typeof alarmEvents & typeof incidentEvents
> = {
  events: callEvents,
  folds: { 'incident-call-begun': foldBegun, 'incident-call-ended': foldEnded },
  parts: {},
  projections: [],
  commands: callCommands,
  rules: {
    'call-contact': { may: onDuty, decide: decideCall },
    'end-call': { may: onDuty, decide: decideEndCall },
  },
}
