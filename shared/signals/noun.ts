import { onDuty } from '../accounts/issuer'
import type { Noun } from '../room/noun'
import { decideAttach } from './attach'
import { signalCommands } from './commands'
import { foldAttached, foldQuarantined, foldRepeated, foldSignal } from './fold'
import { signalEvents } from './signal'
import { decideSetAside, decideTake, foldHeldAlarm } from './take-account'

/** What panels report, and what of it waits because nobody knows its account. */
export const signals: Noun<typeof signalEvents, typeof signalCommands> = {
  events: signalEvents,
  folds: {
    'signal-received': foldSignal,
    'signal-quarantined': foldQuarantined,
    'signal-repeated': foldRepeated,
    'account-attached': foldAttached,
    'account-taken': foldHeldAlarm,
    'account-set-aside': foldHeldAlarm,
  },
  commands: signalCommands,
  rules: {
    'attach-account': { may: onDuty, decide: decideAttach },
    'take-account': { may: onDuty, decide: decideTake },
    'set-account-aside': { may: onDuty, decide: decideSetAside },
  },
}
