import { withReception } from '../alarms/fold'
import { foldTestSignal } from '../on-test/fold'
import type { Room } from '../room/room'
import { registerSites } from '../sites/fold'
import { plainLine } from '../sites/site'
import { type HeldAccount, keptHeld, keptHeldAccounts } from './held-account'
import { heldAlarmAfter, isAlarmed } from './held-alarm'
import { missingKey } from './missing'
import { pathOf } from './path'
import { keptQuarantined } from './quarantine'
import type { Quarantined, Signal, SignalEntry } from './signal'

/**
 * Openings and closings are events of the site, not alarms: they set whether it is armed. An alarm
 * that `opens` does so too.
 */
export function foldSignal(room: Room, entry: SignalEntry<'signal-received'>): Room {
  const { at, data } = entry
  const ofHub = data.table === 'hub'
  const noticed = ofHub ? foldMissing(room, entry) : room
  const come = {
    ...foldTestSignal(noticed, entry),
    signalCount: room.signalCount + 1,
    // What the hub notices by itself proves nothing of the panels.
    lastSignalAt: ofHub ? room.lastSignalAt : at,
  }
  if (data.class !== 'opening' && data.class !== 'closing' && !data.opens) return come
  const arming = {
    siteId: data.siteId,
    armed: data.class === 'closing',
    at: data.heldSince ?? at,
    user: data.user,
  }
  // A held signal says how the site was then; another account may have changed it since.
  const known = (room.arming.get(data.siteId)?.at ?? 0) > arming.at && data.heldSince !== undefined
  return known ? come : { ...come, arming: room.arming.set(data.siteId, arming) }
}

/** What the hub noticed stands until the hub notices its end. */
function foldMissing(room: Room, { at, data }: SignalEntry<'signal-received'>): Room {
  const { account, siteId, code } = data
  const key = missingKey(data)
  const missing =
    data.class === 'restore'
      ? room.missing.delete(key)
      : room.missing.set(key, { account, siteId, code, since: at })
  return { ...room, missing }
}

export function foldQuarantined(room: Room, entry: SignalEntry<'signal-quarantined'>): Room {
  const { seq, at, data } = entry
  // The signal itself stays in the journal: the room says what is there, not all of it.
  const { signal, ...row } = data
  const before = room.quarantine.newest.find((other) => isAlike(other, row))
  const tally = { count: (before?.count ?? 0) + 1, since: before?.since ?? at }
  const newest = [{ ...row, seq, at, ...tally }, ...room.quarantine.newest].slice(
    0,
    keptQuarantined,
  )
  const quarantine = { count: room.quarantine.count + 1, newest }
  if (signal === undefined || room.accounts.has(signal.account)) return { ...room, quarantine }
  return { ...room, quarantine, held: hold(room, entry, signal) }
}

/** Same reason, account and sender: the same thing again. */
const isAlike = (one: Omit<Quarantined, 'signal'>, other: Omit<Quarantined, 'signal'>): boolean =>
  one.reason === other.reason && one.account === other.account && pathOf(one) === pathOf(other)

function hold(
  { held }: Room,
  { seq, at, data }: SignalEntry<'signal-quarantined'>,
  signal: Signal,
): Room['held'] {
  const { account, code, meaning } = signal
  const before = held.get(account)
  const alarm = heldAlarmAfter(before?.alarm, signal, { seq, at })
  const row: HeldAccount = {
    account,
    count: (before?.count ?? 0) + 1,
    seqs: [...(before?.seqs ?? []), seq].slice(-keptHeld),
    firstAt: before?.firstAt ?? at,
    lastAt: at,
    last: { code, meaning },
    source: data.source,
    ...(alarm && { alarm }),
  }
  if (before !== undefined || held.size < keptHeldAccounts) return held.set(account, row)
  return held.delete(quietest(held)).set(account, row)
}

/**
 * The account to drop: one without an alarm before one with an alarm, then the one heard longest
 * ago, then the first in order. So every room that holds the same accounts drops the same one.
 */
function quietest(held: Room['held']): string {
  let found: HeldAccount | undefined
  for (const row of held.values()) if (!found || isQuieter(row, found)) found = row
  return found?.account ?? ''
}

function isQuieter(one: HeldAccount, other: HeldAccount): boolean {
  if (isAlarmed(one) !== isAlarmed(other)) return isAlarmed(other)
  return one.lastAt < other.lastAt || (one.lastAt === other.lastAt && one.account < other.account)
}

/**
 * From now on the account leads to its site, and is received strictly until somebody says
 * otherwise.
 */
export function foldAttached(room: Room, { data }: SignalEntry<'account-attached'>): Room {
  const site = room.sites.get(data.siteId)
  if (!site) return room
  return registerSites(room, [{ ...site, lines: [...(site.lines ?? []), plainLine(data.account)] }])
}

/**
 * The room already has what is repeated. That it came again is evidence; if it came another way, it
 * is a second reception.
 */
export function foldRepeated(room: Room, { at, data }: SignalEntry<'signal-repeated'>): Room {
  const path = pathOf(data)
  return (data.alarmIds ?? []).reduce(
    (next, alarmId) => withReception(next, alarmId, data.signalId, { path, at }),
    room,
  )
}
