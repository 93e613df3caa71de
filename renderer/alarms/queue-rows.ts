import type { Alarm } from '../../shared/alarms/alarm'
import { inOrder, type Order, openAlarms, orderOf } from '../../shared/alarms/queue'
import type { AlarmKind, Priority } from '../../shared/codes/kinds'
import { type Ending, nothingEnding } from '../../shared/expected/ending'
import type { Incident } from '../../shared/incidents/incident'
import type { Instant } from '../../shared/lang/instant'
import type { Room } from '../../shared/room/room'
import {
  type AlarmedAccount,
  alarmedAccounts,
  heldPriority,
  heldWaits,
  isAlarmed,
} from '../../shared/signals/held-alarm'
import type { Site } from '../../shared/sites/site'
import {
  type Assignment,
  type AssignmentPhase,
  isActive,
  progressSteps,
} from '../../shared/teams/assignment'
import type { Selection } from '../console/console-store'
import type { Said } from '../console/meaning-words'

/** One line of the queue: an alarm nobody has taken, or an incident somebody works on. */
export type QueueRow = AlarmRow | IncidentRow | HeldRow

interface RowFacts {
  readonly id: string
  readonly priority: Priority
  readonly kind: AlarmKind
  readonly site: Site | undefined
  readonly zone: string | null
  /** When the alarm was raised, or the first one of the incident: what its age counts from. */
  readonly at: Instant
  readonly signalCount: number
  /** When the panel reported all causes gone; null while one stands. */
  readonly restoredAt: Instant | null
}
export interface AlarmRow extends RowFacts {
  readonly type: 'alarm'
}
export interface IncidentRow extends RowFacts {
  readonly type: 'incident'
  readonly alarmIds: readonly string[]
  readonly owner: string
  readonly ownerId: string
  /** Over at this desk; the hub has yet to hear of it. */
  readonly ending: boolean
  /** The team furthest on its way, and how many more are on it. */
  readonly team: {
    readonly assignmentId: string
    readonly callSign: string
    readonly phase: AssignmentPhase
    readonly more: number
  } | null
}

/** An unknown account that reports an alarm: nobody can say where it is. */
export interface HeldRow extends RowFacts {
  readonly type: 'held'
  readonly account: string
  readonly said: Said
  /** Who has it in hand; null: nobody. */
  readonly owner: string | null
  readonly ownerId: string | null
  /** As of an incident. */
  readonly ending: boolean
}

/** Whether nobody has taken what a row shows. */
export const isUnanswered = (row: QueueRow): boolean =>
  row.type === 'alarm' || (row.type === 'held' && row.owner === null && !row.ending)

type Rooms = Pick<
  Room,
  'alarms' | 'incidents' | 'openIncidents' | 'assignments' | 'teams' | 'sites' | 'held'
>

/**
 * The queue, in the order it is worked; what a rule keeps in the ledger is not in it. Unanswered
 * alarms before those in hand; within each the graver priority first, and within a priority the
 * oldest first, so that a new one never pushes an older unanswered one out of sight. Of those in
 * hand `you`, an officer's id, has the first. What is `ending` keeps its place until it has ended.
 */
export function queueRows(
  room: Rooms,
  you?: string,
  ending: Pick<Ending, 'incidents' | 'accounts'> = nothingEnding,
): readonly QueueRow[] {
  const alarms: (AlarmRow | HeldRow)[] = openAlarms(room).waiting.map((alarm) =>
    alarmRow(room.sites, alarm),
  )
  const incidents: (IncidentRow | HeldRow)[] = []
  for (const id of room.openIncidents.values()) {
    const incident = room.incidents.get(id)
    if (incident) incidents.push(incidentRow(room, incident))
  }
  for (const account of alarmedAccounts(room.held))
    (heldWaits(account) ? alarms : incidents).push(heldRow(account))
  incidents.push(
    ...ending.incidents.map((incident) => ({ ...incidentRow(room, incident), ending: true })),
    ...ending.accounts.filter(isAlarmed).map((row) => ({ ...heldRow(row), ending: true })),
  )
  return [
    // They are in order but for the last few, which costs next to nothing.
    ...alarms.sort(inOrder),
    ...incidents.sort((a, b) => ownFirst(a, b, you) || inOrder(a, b)),
  ]
}

const ownFirst = (
  a: IncidentRow | HeldRow,
  b: IncidentRow | HeldRow,
  you: string | undefined,
): number => Number(b.ownerId === you) - Number(a.ownerId === you)

/**
 * What is to be answered next, or null. The same as the first row of the queue, without building
 * the others.
 */
export function topUnanswered(room: Pick<Room, 'alarms' | 'held'>): NonNullable<Selection> | null {
  const [alarm] = openAlarms(room).waiting
  const [account] = alarmedAccounts(room.held)
    .filter(heldWaits)
    .sort((a, b) => inOrder(heldOrder(a), heldOrder(b)))
  if (account && (!alarm || inOrder(heldOrder(account), orderOf(alarm)) < 0))
    return { kind: 'held', account: account.account }
  return alarm ? { kind: 'alarm', alarmId: alarm.id } : null
}

const heldId = (account: string): string => `account ${account}`
const heldOrder = ({ account, alarm }: AlarmedAccount): Order => ({
  id: heldId(account),
  priority: heldPriority,
  at: alarm.raisedAt,
})
interface Made {
  /** The table it was looked up in, and what it found there. */
  sites: Room['sites']
  readonly row: AlarmRow
}
const made = new WeakMap<Alarm, Made>()

/** The same object as last time while neither the alarm nor its site has changed. */
function alarmRow(sites: Room['sites'], alarm: Alarm): AlarmRow {
  const known = made.get(alarm)
  if (known?.sites === sites) return known.row
  const site = sites.get(alarm.siteId)
  if (known && known.row.site === site) {
    known.sites = sites
    return known.row
  }
  const row = newAlarmRow(alarm, site)
  made.set(alarm, { sites, row })
  return row
}

const newAlarmRow = (alarm: Alarm, site: Site | undefined): AlarmRow => ({
  type: 'alarm',
  id: alarm.id,
  priority: alarm.priority,
  kind: alarm.kind,
  site,
  zone: alarm.zone,
  at: alarm.raisedAt,
  signalCount: alarm.signalCount,
  restoredAt: alarm.restoredAt,
})

const heldRow = (row: AlarmedAccount): HeldRow => ({
  type: 'held',
  ...heldOrder(row),
  account: row.account,
  kind: row.alarm.kind,
  said: row.alarm,
  site: undefined,
  zone: row.alarm.zone,
  signalCount: row.alarm.signalCount,
  restoredAt: row.alarm.restoredAt,
  owner: row.alarm.taken?.name ?? null,
  ownerId: row.alarm.taken?.id ?? null,
  ending: false,
})

function incidentRow(room: Rooms, incident: Incident): IncidentRow {
  const alarms = incident.alarmIds
    .map((id) => room.alarms.get(id))
    .filter((alarm) => alarm !== undefined)
  const restored = alarms.map((alarm) => alarm.restoredAt)
  const leading = alarms.find(
    (alarm) => alarm.kind === incident.kind && alarm.priority === incident.priority,
  )
  return {
    type: 'incident',
    id: incident.id,
    alarmIds: incident.alarmIds,
    priority: incident.priority,
    kind: incident.kind,
    site: room.sites.get(incident.siteId),
    zone: (leading ?? alarms[0])?.zone ?? null,
    at: alarms[0]?.raisedAt ?? incident.openedAt,
    signalCount: alarms.reduce((sum, alarm) => sum + alarm.signalCount, 0),
    restoredAt:
      restored.reduce(
        (last, at) => (last === null || at === null ? null : Math.max(last, at)),
        0,
      ) || null,
    owner: incident.owner.name,
    ownerId: incident.owner.id,
    ending: false,
    team: teamOf(room, incident),
  }
}

const progress = (assignment: Assignment): number =>
  (progressSteps as readonly string[]).indexOf(assignment.phase)

function teamOf(room: Rooms, incident: Incident): IncidentRow['team'] {
  const all = incident.assignmentIds
    .map((id) => room.assignments.get(id))
    .filter((row) => row !== undefined)
  const active = all.filter(isActive)
  const shown = active.reduce<Assignment | undefined>(
    (best, row) => (best && progress(best) >= progress(row) ? best : row),
    // Nobody is on it any more: that the last one finished is worth saying; one that was called
    // away is no team at all.
    active[0] ?? all.findLast((row) => row.phase === 'cleared'),
  )
  if (!shown) return null
  const callSign = room.teams.get(shown.teamId)?.callSign ?? shown.teamId
  return {
    assignmentId: shown.id,
    callSign,
    phase: shown.phase,
    more: Math.max(0, active.length - 1),
  }
}

/** What selecting a row selects. */
export function rowSelection(row: QueueRow): Selection {
  if (row.type === 'held') return { kind: 'held', account: row.account }
  return row.type === 'alarm'
    ? { kind: 'alarm', alarmId: row.id }
    : { kind: 'incident', incidentId: row.id }
}

/** The row that shows what is selected, or -1. An alarm already taken is shown by its incident. */
export function rowIndex(
  rows: readonly QueueRow[],
  selection: Selection,
  alarms: Room['alarms'],
): number {
  if (selection?.kind === 'incident')
    return rows.findIndex((row) => row.type === 'incident' && row.id === selection.incidentId)
  if (selection?.kind === 'held')
    return rows.findIndex((row) => row.id === heldId(selection.account))
  if (selection?.kind !== 'alarm') return -1
  const alarm = alarms.get(selection.alarmId)
  const id = alarm && alarm.phase !== 'raised' ? alarm.incidentId : selection.alarmId
  return rows.findIndex((row) => row.id === id)
}

/** Where a step from row `from` leads (-1 when none is selected: the first step selects an end). */
export const stepFrom = (from: number, by: 1 | -1, count: number): number =>
  from < 0 ? (by > 0 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, from + by))
