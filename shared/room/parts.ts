import { sameJson } from '../lang/same-json'
import { rowsOf, type Table, tableOf } from '../lang/table'
import { accountsTable, contestedAccounts } from '../sites/accounts-table'
import type { Site } from '../sites/site'
import { merged } from './merged'
import { nouns } from './nouns'
import type { Room, WholeRoom } from './room'
import type { RoomJson } from './room-json'

/**
 * The parts of a room. The register (who is protected) is large and seldom changes; the work (what
 * goes on) is small and changes all the time. Only this file writes them as JSON.
 */
export type Register = Pick<WholeRoom, 'sites' | 'accounts'>

export type RegisterJson = Pick<RoomJson, 'sites' | 'contested'>
export type WorkJson = Omit<RoomJson, keyof RegisterJson>

/** Rows are in key order, so equal rooms give equal text and equal hashes. */
export const roomToJson = (room: WholeRoom): RoomJson => ({
  ...registerToJson(room),
  ...workToJson(room),
})

export const roomFromJson = (json: RoomJson): WholeRoom => ({
  ...workFromJson(json),
  ...registerFromJson(json),
})

export const registerToJson = (register: Register): RegisterJson => ({
  sites: rowsOf(register.sites),
  contested: contestedAccounts(register),
})

/** Reuses the row objects of `like` where they say the same. */
export function registerFromJson(json: RegisterJson, like?: Register): Register {
  const known = (site: Site): Site => {
    const before = like?.sites.get(site.id)
    return before && sameJson(before, site) ? before : site
  }
  const sites = tableOf(like ? json.sites.map(known) : json.sites, (site) => site.id)
  return { sites, accounts: accountsTable(json) }
}

/** Compares what the registers say, even when their tables are different objects. */
export const sameRegister = (a: Register, b: Register): boolean =>
  sameRows(a.sites, b.sites) && sameRows(a.accounts, b.accounts)

const sameRows = <Row>(a: Table<Row>, b: Table<Row>): boolean =>
  a === b || (a.size === b.size && a.every((row, key) => sameJson(row, b.get(key))))

// The compiler knows each part by name, but not in a loop over them.
interface AnyPart {
  readonly toJson?: (value: unknown) => unknown
  readonly fromJson?: (json: unknown) => unknown
  readonly follow?: (json: WorkJson) => unknown
}
const { sites: _, accounts: __, ...work } = merged(nouns, 'parts')
const workParts = Object.entries(work) as unknown as readonly [keyof WorkJson, AnyPart][]

export const workToJson = (room: Room): WorkJson =>
  Object.fromEntries([
    ['seq', room.seq],
    ['at', room.at],
    ...workParts.flatMap(([name, { toJson }]) => (toJson ? [[name, toJson(room[name])]] : [])),
  ]) as WorkJson

export const workFromJson = (json: WorkJson): Omit<Room, keyof Register> =>
  Object.fromEntries([
    ['seq', json.seq],
    ['at', json.at],
    ...workParts.map(([name, { fromJson, follow }]) => [
      name,
      fromJson ? fromJson(json[name]) : follow?.(json),
    ]),
  ]) as Omit<Room, keyof Register>

/**
 * A room on its way to somebody who may have its register already. The register is canonical text,
 * to be handed on unread.
 */
export interface TextParts {
  /** A hash of the register: equal registers have the same version everywhere. */
  readonly version: string
  /** Null when the receiver has this version. */
  readonly register: string | null
  readonly work: WorkJson
}

export interface HeldRegister {
  readonly version: string
  readonly register: Register
}
