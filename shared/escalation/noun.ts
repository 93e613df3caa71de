import { onDuty } from '../accounts/issuer'
import type { Noun } from '../room/noun'
import { plain, rows } from '../room/part'
import { escalationCommands } from './commands'
import { decideSetTimes } from './decide'
import { type Escalated, escalationEvents, type TimesInForce } from './escalation'
import { foldEscalated, foldTimesSet } from './fold'
import { decideCall, foldCalled, type Help } from './help'

type Parts = 'escalated' | 'escalationTimes' | 'help'

/** What waits too long is told to a second officer, then to a supervisor. */
export const escalation: Noun<typeof escalationEvents, typeof escalationCommands, Parts> = {
  events: escalationEvents,
  folds: {
    escalated: foldEscalated,
    'escalation-times-set': foldTimesSet,
    'second-officer-called': foldCalled,
  },
  parts: {
    escalated: rows<Escalated>(({ key }) => key),
    escalationTimes: plain<TimesInForce | null>(null),
    help: plain<Help | null>(null),
  },
  projections: [],
  commands: escalationCommands,
  rules: {
    'set-escalation-times': { may: ['supervisor'], decide: decideSetTimes },
    'call-second-officer': { may: onDuty, decide: decideCall },
  },
}
