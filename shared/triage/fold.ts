import type { Alarm } from '../alarms/alarm'
import { openAlarmKey } from '../alarms/alarm'
import { changeRow, type Table } from '../lang/table'
import type { Room } from '../room/room'
import { type Fold, type FoldEntry, foldKey, holdsAlarms } from './ledger'
import { offer } from './load'

/**
 * Settled rows the ledger keeps on screen; the journal has all. A bound on the memory of a year.
 */
export const keptFolds = 100

export function foldFoldOpened(room: Room, { seq, at, data }: FoldEntry<'fold-opened'>): Room {
  const { foldId, ...facts } = data
  const fold: Fold = {
    id: foldId,
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
    folds: next.folds.set(foldId, fold),
    foldAt: next.foldAt.set(foldKey(fold), foldId),
  }
}

export function foldAlarmFolded(room: Room, { data }: FoldEntry<'alarm-folded'>): Room {
  const alarm = room.alarms.get(data.alarmId)
  if (alarm?.phase !== 'raised') return room
  return changed(room, alarm, { ...alarm, foldId: data.foldId })
}

export function foldAlarmUnfolded(room: Room, { at, data }: FoldEntry<'alarm-unfolded'>): Room {
  const alarm = room.alarms.get(data.alarmId)
  if (alarm?.foldId === undefined) return room
  return { ...changed(room, alarm, offered(alarm)), load: offer(room.load, at) }
}

/** All of it is in the queue again. The counts stay what they were: how much was folded. */
export function foldFoldUnfolded(room: Room, { at, by, data }: FoldEntry<'fold-unfolded'>): Room {
  const { foldId, heldUntil } = data
  const alarms = foldedAlarms(room, foldId)
  return {
    ...room,
    alarms: room.alarms.withMutations((table) => {
      for (const alarm of alarms) table.set(alarm.id, offered(alarm))
    }),
    folds: changeRow(room.folds, foldId, (fold) => ({
      ...foldFacts(fold),
      phase: 'unfolded' as const,
      unfoldedAt: at,
      unfoldedBy: by.name,
      unfoldedById: by.id,
      heldUntil,
    })),
    load: offer(room.load, at, alarms.length),
  }
}

export function foldFoldEnded(room: Room, { at, data }: FoldEntry<'fold-ended'>): Room {
  const folds = changeRow(room.folds, data.foldId, (fold) => ({
    ...foldFacts(fold),
    ...(fold.siteCount > 0
      ? { phase: 'ended' as const, endedAt: at }
      : { phase: 'emptied' as const, emptiedAt: at }),
  }))
  return { ...room, folds }
}

/**
 * Its alarms leave the room: nobody took them one by one, and a storm has thousands. The journal
 * keeps them.
 */
export function foldFoldClosed(room: Room, { at, by, data }: FoldEntry<'fold-closed'>): Room {
  const { foldId, disposition, remark } = data
  const gone = foldedAlarms(room, foldId)
  const folds = changeRow(room.folds, foldId, (fold) => ({
    ...foldFacts(fold),
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
  return { ...room, folds, openAlarms, alarms: room.alarms.deleteAll(gone.map(({ id }) => id)) }
}

/** The alarms of a fold: looked up among those that are open, which nobody does for each signal. */
export function foldedAlarms(
  room: Pick<Room, 'alarms' | 'openAlarms'>,
  foldId: string,
): readonly Alarm[] {
  const found: Alarm[] = []
  for (const id of room.openAlarms.values()) {
    const alarm = room.alarms.get(id)
    if (alarm?.foldId === foldId) found.push(alarm)
  }
  return found
}

/**
 * The rows after an alarm came, changed or left: what it was is taken off its row, what it is now
 * is added. Costs nothing for an alarm that is in no fold, and one changed row for one that is.
 */
export function recount(
  room: Pick<Room, 'folds' | 'at'>,
  before: Alarm | undefined,
  after: Alarm,
): Table<Fold> {
  const { folds, at } = room
  if (before?.foldId === after.foldId) {
    if (after.foldId === undefined) return folds
    return changeRow(folds, after.foldId, (fold) => grown(fold, weight(after), weight(before)))
  }
  const left = changeRow(folds, before?.foldId ?? '', (fold) => {
    const less = grown(fold, nothing, weight(before))
    return less.phase === 'ended' && less.siteCount === 0
      ? { ...foldFacts(less), phase: 'emptied' as const, emptiedAt: at }
      : less
  })
  return changeRow(left, after.foldId ?? '', (fold) => grown(fold, weight(after), nothing))
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

const grown = (fold: Fold, by: Weight, less: Weight): Fold => ({
  ...fold,
  signalCount: fold.signalCount + by.signals - less.signals,
  siteCount: fold.siteCount + by.sites - less.sites,
  restoredCount: fold.restoredCount + by.restored - less.restored,
  lastAt: Math.max(fold.lastAt, by.lastAt),
})

function changed(room: Room, before: Alarm, after: Alarm): Room {
  return { ...room, alarms: room.alarms.set(after.id, after), folds: recount(room, before, after) }
}

function offered(alarm: Alarm): Alarm {
  const { foldId: _, ...rest } = alarm
  return rest
}

/**
 * Of the alarms of the same site and kind that somebody works on, the newest: it is the open one
 * when a newer one goes.
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
 * Lets the rows that were opened first go, of those that are settled, so that with the next one
 * there are `keptFolds`.
 */
function forgetSettled(room: Room): Room {
  const settled = [...room.folds.values()].filter((fold) => !holdsAlarms(fold))
  if (settled.length < keptFolds) return room
  const gone = settled
    .sort((a, b) => a.openedSeq - b.openedSeq)
    .slice(0, settled.length - keptFolds + 1)
  const outdated = gone.filter((fold) => room.foldAt.get(foldKey(fold)) === fold.id).map(foldKey)
  return {
    ...room,
    folds: room.folds.deleteAll(gone.map(({ id }) => id)),
    foldAt: room.foldAt.deleteAll(outdated),
  }
}

const foldFacts = (fold: Fold) => ({
  id: fold.id,
  rule: fold.rule,
  kind: fold.kind,
  place: fold.place,
  priority: fold.priority,
  since: fold.since,
  openedAt: fold.openedAt,
  openedSeq: fold.openedSeq,
  lastAt: fold.lastAt,
  signalCount: fold.signalCount,
  siteCount: fold.siteCount,
  restoredCount: fold.restoredCount,
})
