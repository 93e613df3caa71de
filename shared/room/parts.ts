import type { Alarm } from '../alarms/alarm'
import type { Incident } from '../incidents/incident'
import type { Instant } from '../lang/instant'
import { sameJson } from '../lang/same-json'
import { emptyTable, rowsOf, type Table, tableOf } from '../lang/table'
import type { LinkState } from '../links/link'
import type { OnTest } from '../on-test/on-test'
import type { Plan } from '../plans/plan'
import { accountsOf, type Site } from '../sites/site'
import type { Assignment } from '../teams/assignment'
import type { Team } from '../teams/team'
import { type Fold, foldKey } from '../triage/ledger'
import type { Load } from '../triage/load'
import type { Troubles } from '../triage/troubles'
import {
  type Arming,
  type HeldAccount,
  type Missing,
  missingKey,
  openAlarmKey,
  type Room,
} from './room'

/**
 * The parts of a room. The register (who is protected) is large and seldom changes; the work (what
 * goes on) is small and changes all the time. Both are written as JSON here and nowhere else.
 */
export type Register = Pick<Room, 'sites' | 'accounts'>

export interface RegisterJson {
  readonly sites: readonly Site[]
  /**
   * Accounts that lead to another site than one which names them (or to none), as in the middle of
   * an import.
   */
  readonly contested: readonly (readonly [account: string, siteId: string | null])[]
}

export interface WorkJson {
  readonly unit: Room['unit']
  readonly seq: number
  readonly at: Instant
  readonly arming: readonly Arming[]
  readonly alarms: readonly Alarm[]
  readonly incidents: readonly Incident[]
  readonly closedIncidents: readonly string[]
  readonly teams: readonly Team[]
  readonly assignments: readonly Assignment[]
  readonly quarantine: Room['quarantine']
  readonly held: readonly HeldAccount[]
  readonly onTest: readonly (readonly OnTest[])[]
  readonly links: readonly LinkState[]
  readonly missing: readonly Missing[]
  readonly folds: readonly Fold[]
  readonly troubles: readonly Troubles[]
  readonly load: Load
  readonly plans: readonly Plan[]
  readonly signalCount: number
}

/** A whole room as plain JSON. Indexes are left out; they follow from the rows. */
export interface RoomJson extends RegisterJson, WorkJson {}

/** Rows in key order, so that equal rooms give equal text (and so equal hashes). */
export const roomToJson = (room: Room): RoomJson => ({
  ...registerToJson(room),
  ...workToJson(room),
})

/** The inverse of {@link roomToJson}. */
export const roomFromJson = (json: RoomJson): Room => ({
  ...workFromJson(json),
  ...registerFromJson(json),
})

export const registerToJson = (register: Register): RegisterJson => ({
  sites: rowsOf(register.sites),
  contested: contestedAccounts(register),
})

/** Rows that say the same as those of `like` become the very same objects. */
export function registerFromJson(json: RegisterJson, like?: Register): Register {
  const known = (site: Site): Site => {
    const before = like?.sites.get(site.id)
    return before && sameJson(before, site) ? before : site
  }
  const sites = tableOf(like ? json.sites.map(known) : json.sites, (site) => site.id)
  return { sites, accounts: accountsTable(json) }
}

/** Whether two registers say the same. Their tables may be different objects all the same. */
export const sameRegister = (a: Register, b: Register): boolean =>
  sameRows(a.sites, b.sites) && sameRows(a.accounts, b.accounts)

const sameRows = <Row>(a: Table<Row>, b: Table<Row>): boolean =>
  a === b || (a.size === b.size && a.every((row, key) => sameJson(row, b.get(key))))

export function workToJson(room: Room): WorkJson {
  const { unit, seq, at, closedIncidents, quarantine, load, signalCount } = room
  return {
    unit,
    seq,
    at,
    arming: rowsOf(room.arming),
    alarms: rowsOf(room.alarms),
    incidents: rowsOf(room.incidents),
    closedIncidents,
    teams: rowsOf(room.teams),
    assignments: rowsOf(room.assignments),
    quarantine,
    held: rowsOf(room.held),
    onTest: rowsOf(room.onTest),
    links: rowsOf(room.links),
    missing: rowsOf(room.missing),
    folds: rowsOf(room.folds),
    troubles: rowsOf(room.troubles),
    load,
    plans: rowsOf(room.plans),
    signalCount,
  }
}

export function workFromJson(json: WorkJson): Omit<Room, keyof Register> {
  const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
    tableOf(rows, (row) => row.id)
  // In the order they were raised: of two with one key the newest is the one that stays.
  const openAlarms = json.alarms
    .filter((alarm) => alarm.phase !== 'closed')
    .sort((a, b) => a.raisedSeq - b.raisedSeq)
  const openIncidents = json.incidents.filter((incident) => incident.phase === 'open')
  const { unit, seq, at, closedIncidents, quarantine, load, signalCount } = json
  return {
    unit,
    seq,
    at,
    arming: tableOf(json.arming, (row) => row.siteId),
    alarms: byId(json.alarms),
    openAlarms: tableOf(openAlarms, (alarm) => openAlarmKey(alarm.siteId, alarm.kind)).map(
      (alarm) => alarm.id,
    ),
    incidents: byId(json.incidents),
    openIncidents: tableOf(openIncidents, (incident) => incident.siteId).map(
      (incident) => incident.id,
    ),
    closedIncidents,
    teams: byId(json.teams),
    assignments: byId(json.assignments),
    quarantine,
    held: tableOf(json.held, ({ account }) => account),
    onTest: tableOf(json.onTest, ([test]) => test?.siteId ?? ''),
    links: tableOf(json.links, ({ linkId }) => linkId),
    missing: tableOf(json.missing, missingKey),
    folds: byId(json.folds),
    foldAt: tableOf(
      [...json.folds].sort((a, b) => a.openedSeq - b.openedSeq),
      foldKey,
    ).map((fold) => fold.id),
    troubles: tableOf(json.troubles, ({ key }) => key),
    load,
    plans: byId(json.plans),
    signalCount,
  }
}

/** A room on its way to somebody who may have its register already. */
export interface RoomParts {
  /** Of the register, by its content: the same register has the same version everywhere. */
  readonly version: string
  /** Null: whoever asked has this version. */
  readonly register: RegisterJson | null
  readonly work: WorkJson
}

export const partsToJson = (room: Room, version: string): RoomParts => ({
  version,
  register: registerToJson(room),
  work: workToJson(room),
})

/** A register somebody holds, and its version. */
export interface HeldRegister {
  readonly version: string
  readonly register: Register
}

/**
 * The room of its parts, and the register to hold for the next ones. Throws when the register did
 * not come and is not the one held.
 */
export function roomOfParts(
  { version, register: json, work }: RoomParts,
  held: HeldRegister | null,
): { readonly room: Room; readonly held: HeldRegister } {
  if (held?.version !== version && json === null)
    throw new Error(`The register of sites ${version.slice(0, 12)} did not come with its room`)
  const register =
    held && (held.version === version || json === null)
      ? held.register
      : registerFromJson(json as RegisterJson, held?.register)
  return { room: { ...workFromJson(work), ...register }, held: { version, register } }
}

/**
 * Of two sites that name one account the one that was registered last has it: what the rows alone
 * do not tell.
 */
function contestedAccounts({ sites, accounts }: Register): RegisterJson['contested'] {
  const others = [...sites.values()].flatMap((site) =>
    accountsOf(site).filter((one) => accounts.get(one) !== site.id),
  )
  return [...new Set(others)].sort().map((account) => [account, accounts.get(account) ?? null])
}

const accountsTable = ({ sites, contested }: RegisterJson): Table<string> =>
  emptyTable<string>().withMutations((table) => {
    for (const site of sites) for (const account of accountsOf(site)) table.set(account, site.id)
    for (const [account, siteId] of contested)
      siteId === null ? table.delete(account) : table.set(account, siteId)
  })
