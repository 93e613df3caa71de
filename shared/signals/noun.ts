import { onDuty } from '../accounts/issuer'
import type { Mark } from '../expected/mark'
import type { Instant } from '../lang/instant'
import type { Noun } from '../room/noun'
import { plain, rows } from '../room/part'
import type { Room } from '../room/room'
import { decideAttach } from './attach'
import { signalCommands } from './commands'
import { foldAttached, foldQuarantined, foldRepeated, foldSignal } from './fold'
import { type Missing, missingKey } from './missing'
import type { Quarantine } from './quarantine'
import { signalEvents } from './signal'
import { decideSetAside, decideTake, foldHeldAlarm } from './take-account'

type SignalParts = 'arming' | 'quarantine' | 'held' | 'missing' | 'signalCount' | 'lastSignalAt'

const heldNoMore = (
  _: Room,
  { data: { account } }: { readonly data: { readonly account: string } },
): readonly Mark[] => [`account:${account}`, `ending-account:${account}`]

export const signals: Noun<typeof signalEvents, typeof signalCommands, SignalParts> = {
  events: signalEvents,
  folds: {
    'signal-received': foldSignal,
    'signal-quarantined': foldQuarantined,
    'signal-repeated': foldRepeated,
    'account-attached': foldAttached,
    'account-taken': foldHeldAlarm,
    'account-set-aside': foldHeldAlarm,
  },
  marks: {
    'account-taken': (_, { data }) => [`account:${data.account}`],
    'account-attached': heldNoMore,
    'account-set-aside': heldNoMore,
  },
  foundBySiteName: ['account-attached'],
  parts: {
    arming: rows(({ siteId }) => siteId),
    quarantine: plain<Quarantine>({ count: 0, newest: [] }),
    held: rows(({ account }) => account),
    missing: rows<Missing>(missingKey),
    signalCount: plain(0),
    lastSignalAt: plain<Instant | null>(null),
  },
  projections: [],
  commands: signalCommands,
  rules: {
    'attach-account': { may: onDuty, decide: decideAttach },
    'take-account': { may: onDuty, decide: decideTake },
    'set-account-aside': { may: onDuty, decide: decideSetAside },
  },
}
