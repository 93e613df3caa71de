import { causeStands, withCause, withoutCause } from '../alarms/causes'
import type { Priority } from '../codes/kinds'
import { isGraver } from '../incidents/gravest'
import { derivedOf } from '../lang/derived'
import type { Instant } from '../lang/instant'
import type { Table } from '../lang/table'
import type { HeldAccount, HeldAlarm } from './held-account'
import type { Signal } from './signal'

/**
 * In the queue an unknown account ranks as life in danger: until somebody knows the site, it may
 * be.
 */
export const heldPriority: Priority = 1

/** An alarm, or an unknown code, which may be one. An unknown account's troubles are only held. */
const mayBeAlarm = ({ class: kind }: Signal): boolean => kind === 'alarm' || kind === 'unknown'

interface Come {
  readonly seq: number
  readonly at: Instant
}

export function heldAlarmAfter(
  before: HeldAlarm | undefined,
  signal: Signal,
  come: Come,
): HeldAlarm | undefined {
  if (signal.class === 'restore' || signal.class === 'cancel')
    return before && restored(before, signal, come.at)
  if (!mayBeAlarm(signal)) return before
  if (!before || isNews(before, signal)) return raised(before, signal, come)
  const { kind, priority, meaning, code, zone } = signal
  return {
    ...before,
    ...(isGraver(signal, before) ? { kind, priority, meaning, code, zone } : {}),
    signalCount: before.signalCount + 1,
    causes: withCause(before.causes, signal),
    restoredAt: null,
  }
}

/**
 * An alarm in hand takes only what the officer has seen, as at a known site; anything else waits
 * again.
 */
const isNews = ({ taken, causes, priority }: HeldAlarm, signal: Signal): boolean =>
  taken !== null && !(causeStands(causes, signal) && priority <= signal.priority)

function raised(before: HeldAlarm | undefined, signal: Signal, { seq, at }: Come): HeldAlarm {
  const { kind, priority, meaning, code, zone } = signal
  const causes = withCause(before?.causes ?? [], signal)
  return {
    ...{ kind, priority, meaning, code, zone, causes },
    ...{ raisedAt: at, raisedSeq: seq, signalCount: 1, restoredAt: null, taken: null },
  }
}

function restored(before: HeldAlarm, signal: Signal, at: Instant): HeldAlarm {
  const causes = withoutCause(before.causes, signal)
  return {
    ...before,
    causes,
    restoredAt: causes.some(({ standing }) => standing) ? null : (before.restoredAt ?? at),
  }
}

export type AlarmedAccount = HeldAccount & { readonly alarm: HeldAlarm }

export const isAlarmed = (row: HeldAccount | undefined): row is AlarmedAccount =>
  row?.alarm !== undefined

export const heldWaits = (row: HeldAccount): row is AlarmedAccount =>
  isAlarmed(row) && row.alarm.taken === null

/** Unknown accounts with alarms, in no order. Computed once per table, however many ask. */
export const alarmedAccounts = derivedOf((held: Table<HeldAccount>): readonly AlarmedAccount[] =>
  [...held.values()].filter(isAlarmed),
)
