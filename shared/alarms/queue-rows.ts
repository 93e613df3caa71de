import type { AlarmKind } from '../codes/kinds'
import { type Ending, nothingEnding } from '../expected/ending'
import type { Incident } from '../incidents/incident'
import { sceneOf } from '../incidents/scene'
import { partsOf, wholeOf } from '../incidents/whole'
import type { Room } from '../room/room'
import { type AlarmedAccount, alarmedAccounts, heldWaits, isAlarmed } from '../signals/held-alarm'
import { type Assignment, isActive, progressSteps } from '../teams/assignment'
import type { Alarm } from './alarm'
import { heldOrder } from './held-order'
import { inLane } from './lane'
import { inOrder, openAlarms, orderOf } from './queue'
import {
  type AlarmRow,
  type HeldRow,
  type IncidentRow,
  type InHandRow,
  isYours,
  type QueueRow,
} from './queue-row'
import { type RowSite, rowSite } from './row-site'

type Rooms = Pick<
  Room,
  'alarms' | 'incidents' | 'openIncidents' | 'assignments' | 'teams' | 'sites' | 'held'
>

/**
 * The queue in the order it is worked, without what a rule keeps in the ledger. Unanswered alarms
 * come before those in hand, each in the order of `inOrder`. Among those in hand, the incidents of
 * the officer `you` come first. What is `ending` keeps its place until it has ended.
 */
export function queueRows(
  room: Rooms,
  you?: string,
  ending: Pick<Ending, 'incidents' | 'accounts'> = nothingEnding,
): readonly QueueRow[] {
  const alarms: (AlarmRow | HeldRow)[] = openAlarms(room).waiting.map((alarm) =>
    alarmRow(room.sites, alarm),
  )
  const incidents: InHandRow[] = []
  for (const id of room.openIncidents.values()) {
    const incident = room.incidents.get(id)
    // One that is merged is worked on with another, in one row.
    if (incident && incident.mergedInto === undefined) incidents.push(incidentRow(room, incident))
  }
  for (const account of alarmedAccounts(room.held))
    (heldWaits(account) ? alarms : incidents).push(heldRow(account))
  incidents.push(
    ...ending.incidents
      .filter(({ mergedInto }) => mergedInto === undefined)
      .map((incident) => ({ ...incidentRow(room, incident), ending: true })),
    ...ending.accounts.filter(isAlarmed).map((row) => ({ ...heldRow(row), ending: true })),
  )
  return [
    // All but the last few are in order already, so this costs next to nothing.
    ...alarms.sort(inOrder),
    ...incidents.sort((a, b) => Number(isYours(b, you)) - Number(isYours(a, you)) || inOrder(a, b)),
  ]
}

interface Made {
  /** The table the site was looked up in, and what was found there. */
  sites: Room['sites']
  readonly row: AlarmRow
}
const made = new WeakMap<Alarm, Made>()

/** The same object as last time while neither the alarm nor its site has changed. */
function alarmRow(sites: Room['sites'], alarm: Alarm): AlarmRow {
  const known = made.get(alarm)
  if (known?.sites === sites) return known.row
  const site = rowSite(sites, alarm.siteId)
  if (known && known.row.site === site) {
    known.sites = sites
    return known.row
  }
  const row = newAlarmRow(alarm, site)
  made.set(alarm, { sites, row })
  return row
}

const newAlarmRow = (alarm: Alarm, site: RowSite | undefined): AlarmRow => ({
  type: 'alarm',
  ...orderOf(alarm),
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
  said: row.alarm,
  site: undefined,
  at: row.alarm.raisedAt,
  zone: row.alarm.zone,
  signalCount: row.alarm.signalCount,
  restoredAt: row.alarm.restoredAt,
  owner: row.alarm.taken?.name ?? null,
  ownerId: row.alarm.taken?.id ?? null,
  ending: false,
})

function incidentRow(room: Rooms, own: Incident): IncidentRow {
  const incident = wholeOf(room, own)
  const alarms = incident.alarmIds
    .map((id) => room.alarms.get(id))
    .filter((alarm) => alarm !== undefined)
  const first = alarms.toSorted((a, b) => a.raisedSeq - b.raisedSeq)[0]
  const restored = alarms.map((alarm) => alarm.restoredAt)
  const leading =
    alarms.find(({ kind, phase }) => inLane(kind) && phase !== 'closed') ??
    alarms.find(({ kind, priority }) => kind === incident.kind && priority === incident.priority)
  return {
    type: 'incident',
    id: incident.id,
    alarmIds: incident.alarmIds,
    priority: incident.priority,
    kind: leading?.kind ?? threatReported(incident) ?? incident.kind,
    seq: first?.raisedSeq ?? incident.log[0]?.seq ?? 0,
    site: sceneOf(room, own),
    parts: partsOf(room, own).length,
    zone: (leading ?? alarms[0])?.zone ?? null,
    at: first?.raisedAt ?? incident.openedAt,
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

/** A person under threat whom nothing but a caller reported. */
const threatReported = ({ reports = [] }: Incident): AlarmKind | undefined =>
  reports.find(({ kind }) => inLane(kind))?.kind

const progress = (assignment: Assignment): number =>
  (progressSteps as readonly string[]).indexOf(assignment.phase)

function teamOf(room: Rooms, incident: Incident): IncidentRow['team'] {
  const all = incident.assignmentIds
    .map((id) => room.assignments.get(id))
    .filter((row) => row !== undefined)
  const active = all.filter(isActive)
  const shown = active.reduce<Assignment | undefined>(
    (best, row) => (best && progress(best) >= progress(row) ? best : row),
    // With nobody left on it, the team that finished last is worth showing; a team that was called
    // away is not.
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
