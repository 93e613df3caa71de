import { causeStands, withCause, withoutCause } from '../alarms/causes'
import type { Priority } from '../codes/kinds'
import { isGraver } from '../incidents/gravest'
import { derivedOf } from '../lang/derived'
import type { Instant } from '../lang/instant'
import type { Table } from '../lang/table'
import type { HeldAccount, HeldAlarm } from './held-account'
import type { Signal } from './signal'

/**
 * In the queue an unknown account ranks with life in danger: until somebody knows the site, it may
 * be.
 */
export const heldPriority: Priority = 1

/**
 * An alarm, or a code nobody knows, which may be one. Troubles of an unknown account are no more
 * than held.
 */
const mayBeAlarm = ({ class: kind }: Signal): boolean => kind === 'alarm' || kind === 'unknown'

interface Come {
  readonly seq: number
  readonly at: Instant
}

/** The alarm of an unknown account after another signal of it; undefined while there is none. */
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
 * What is in hand takes only what the officer has seen, as an alarm of a known site does: anything
 * else waits anew.
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

/** A held account that reports what may be an alarm. */
export type AlarmedAccount = HeldAccount & { readonly alarm: HeldAlarm }

export const isAlarmed = (row: HeldAccount | undefined): row is AlarmedAccount =>
  row?.alarm !== undefined

/** Whether it waits for an officer to take it. */
export const heldWaits = (row: HeldAccount): row is AlarmedAccount =>
  isAlarmed(row) && row.alarm.taken === null

/**
 * The unknown accounts that report alarms, in no order; looked up once for a table, however many
 * ask.
 */
export const alarmedAccounts = derivedOf((held: Table<HeldAccount>): readonly AlarmedAccount[] =>
  [...held.values()].filter(isAlarmed),
)
