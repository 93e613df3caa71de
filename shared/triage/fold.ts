import type { Alarm } from '../alarms/alarm'
import { openAlarmKey } from '../alarms/alarm'
import { changeRow, type Table } from '../lang/table'
import type { Room } from '../room/room'
import { type Bundle, type BundleEntry, bundleKey, holdsAlarms } from './ledger'
import { offer } from './load'

/** Settled rows the ledger keeps on screen; the journal has all. Bounds the memory of a year. */
export const keptBundles = 100

export function foldBundleOpened(room: Room, { seq, at, data }: BundleEntry<'fold-opened'>): Room {
  const { foldId: bundleId, ...facts } = data
  const bundle: Bundle = {
    id: bundleId,
    ...facts,
    openedAt: at,
    openedSeq: seq,
    lastAt: at,
    signalCount: 0,
    siteCount: 0,
    restoredCount: 0,
    phase: 'open',
  }
  const next = forgetSettled(room)
  return {
    ...next,
    bundles: next.bundles.set(bundleId, bundle),
    bundleAt: next.bundleAt.set(bundleKey(bundle), bundleId),
  }
}

export function foldAlarmBundled(room: Room, { data }: BundleEntry<'alarm-folded'>): Room {
  const alarm = room.alarms.get(data.alarmId)
  if (alarm?.phase !== 'raised') return room
  return changed(room, alarm, { ...alarm, bundleId: data.foldId })
}

export function foldAlarmUnbundled(room: Room, { at, data }: BundleEntry<'alarm-unfolded'>): Room {
  const alarm = room.alarms.get(data.alarmId)
  if (alarm?.bundleId === undefined) return room
  return { ...changed(room, alarm, offered(alarm)), load: offer(room.load, at) }
}

/** All its alarms are in the queue again. The counts stay: they say how much was bundled. */
export function foldBundleUnbundled(
  room: Room,
  { at, by, data }: BundleEntry<'fold-unfolded'>,
): Room {
  const { foldId: bundleId, heldUntil } = data
  const alarms = bundledAlarms(room, bundleId)
  return {
    ...room,
    alarms: room.alarms.withMutations((table) => {
      for (const alarm of alarms) table.set(alarm.id, offered(alarm))
    }),
    bundles: changeRow(room.bundles, bundleId, (bundle) => ({
      ...bundleFacts(bundle),
      phase: 'unbundled' as const,
      unbundledAt: at,
      unbundledBy: by.name,
      unbundledById: by.id,
      heldUntil,
    })),
    load: offer(room.load, at, alarms.length),
  }
}

export function foldBundleEnded(room: Room, { at, data }: BundleEntry<'fold-ended'>): Room {
  const bundles = changeRow(room.bundles, data.foldId, (bundle) => ({
    ...bundleFacts(bundle),
    ...(bundle.siteCount > 0
      ? { phase: 'ended' as const, endedAt: at }
      : { phase: 'emptied' as const, emptiedAt: at }),
  }))
  return { ...room, bundles }
}

/**
 * Its alarms leave the room: nobody took them one by one, and a storm has thousands. The journal
 * keeps them.
 */
export function foldBundleClosed(room: Room, { at, by, data }: BundleEntry<'fold-closed'>): Room {
  const { foldId: bundleId, disposition, remark } = data
  const gone = bundledAlarms(room, bundleId)
  const bundles = changeRow(room.bundles, bundleId, (bundle) => ({
    ...bundleFacts(bundle),
    phase: 'closed' as const,
    closedAt: at,
    closedBy: by.name,
    closedById: by.id,
    disposition,
    remark,
  }))
  const openAlarms = room.openAlarms.withMutations((table) => {
    for (const alarm of gone) {
      const key = openAlarmKey(alarm.siteId, alarm.kind)
      const older = newestInHand(room, alarm)
      if (older) table.set(key, older.id)
      else table.delete(key)
    }
  })
  return { ...room, bundles, openAlarms, alarms: room.alarms.deleteAll(gone.map(({ id }) => id)) }
}

/** A bundle's alarms. This walks all open alarms, so it is not for every signal. */
export function bundledAlarms(
  room: Pick<Room, 'alarms' | 'openAlarms'>,
  bundleId: string,
): readonly Alarm[] {
  const found: Alarm[] = []
  for (const id of room.openAlarms.values()) {
    const alarm = room.alarms.get(id)
    if (alarm?.bundleId === bundleId) found.push(alarm)
  }
  return found
}

/**
 * The rows after an alarm came, changed or left: what it was is taken off its row, and what it is
 * now is added. Costs nothing for an alarm in no bundle, and one changed row otherwise.
 */
export function recount(
  room: Pick<Room, 'bundles' | 'at'>,
  before: Alarm | undefined,
  after: Alarm,
): Table<Bundle> {
  const { bundles, at } = room
  if (before?.bundleId === after.bundleId) {
    if (after.bundleId === undefined) return bundles
    return changeRow(bundles, after.bundleId, (bundle) =>
      grown(bundle, weight(after), weight(before)),
    )
  }
  const left = changeRow(bundles, before?.bundleId ?? '', (bundle) => {
    const less = grown(bundle, nothing, weight(before))
    return less.phase === 'ended' && less.siteCount === 0
      ? { ...bundleFacts(less), phase: 'emptied' as const, emptiedAt: at }
      : less
  })
  return changeRow(left, after.bundleId ?? '', (bundle) => grown(bundle, weight(after), nothing))
}

interface Weight {
  readonly signals: number
  readonly sites: number
  readonly restored: number
  readonly lastAt: number
}
const nothing: Weight = { signals: 0, sites: 0, restored: 0, lastAt: 0 }
const weight = (alarm: Alarm | undefined): Weight =>
  alarm
    ? {
        signals: alarm.signalCount,
        sites: 1,
        restored: alarm.restoredAt === null ? 0 : 1,
        lastAt: alarm.lastSignalAt,
      }
    : nothing

const grown = (bundle: Bundle, by: Weight, less: Weight): Bundle => ({
  ...bundle,
  signalCount: bundle.signalCount + by.signals - less.signals,
  siteCount: bundle.siteCount + by.sites - less.sites,
  restoredCount: bundle.restoredCount + by.restored - less.restored,
  lastAt: Math.max(bundle.lastAt, by.lastAt),
})

function changed(room: Room, before: Alarm, after: Alarm): Room {
  return {
    ...room,
    alarms: room.alarms.set(after.id, after),
    bundles: recount(room, before, after),
  }
}

function offered(alarm: Alarm): Alarm {
  const { bundleId: _, ...rest } = alarm
  return rest
}

/**
 * The newest alarm of the same site and kind that somebody works on: it becomes the open one when a
 * newer one goes.
 */
function newestInHand(room: Room, { siteId, kind }: Alarm): Alarm | undefined {
  const ids = room.incidents.get(room.openIncidents.get(siteId) ?? '')?.alarmIds ?? []
  return ids
    .map((id) => room.alarms.get(id))
    .filter((alarm) => alarm?.kind === kind && alarm.phase === 'acknowledged')
    .reduce(
      (newest, alarm) => ((newest?.raisedSeq ?? 0) > (alarm?.raisedSeq ?? 0) ? newest : alarm),
      undefined,
    )
}

/**
 * Drops the settled rows that were opened first, so that with the next one there are `keptBundles`.
 */
function forgetSettled(room: Room): Room {
  const settled = [...room.bundles.values()].filter((bundle) => !holdsAlarms(bundle))
  if (settled.length < keptBundles) return room
  const gone = settled
    .sort((a, b) => a.openedSeq - b.openedSeq)
    .slice(0, settled.length - keptBundles + 1)
  const outdated = gone
    .filter((bundle) => room.bundleAt.get(bundleKey(bundle)) === bundle.id)
    .map(bundleKey)
  return {
    ...room,
    bundles: room.bundles.deleteAll(gone.map(({ id }) => id)),
    bundleAt: room.bundleAt.deleteAll(outdated),
  }
}

const bundleFacts = (bundle: Bundle) => ({
  id: bundle.id,
  rule: bundle.rule,
  kind: bundle.kind,
  place: bundle.place,
  priority: bundle.priority,
  since: bundle.since,
  openedAt: bundle.openedAt,
  openedSeq: bundle.openedSeq,
  lastAt: bundle.lastAt,
  signalCount: bundle.signalCount,
  siteCount: bundle.siteCount,
  restoredCount: bundle.restoredCount,
})
