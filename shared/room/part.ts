import { emptyTable, rowsOf, type Table, tableOf } from '../lang/table'
import type { WholeRoom } from './room'
import type { RoomJson } from './room-json'

/** A part of the room that is stored: its beginning, and its JSON. */
interface Written<Value, Json> {
  readonly empty: Value
  readonly toJson: (value: Value) => Json
  readonly fromJson: (json: Json) => Value
}

/** A part derived from the rows of others. */
interface Index<Value> {
  readonly empty: Value
  readonly follow: (json: RoomJson) => Value
}

export type Part<Name extends keyof WholeRoom> = Name extends keyof RoomJson
  ? Written<WholeRoom[Name], RoomJson[Name]>
  : Index<WholeRoom[Name]>

/** Rows by key, written in key order: equal tables give equal text. */
export const rows = <Row>(key: (row: Row) => string): Written<Table<Row>, readonly Row[]> => ({
  empty: emptyTable(),
  toJson: rowsOf,
  fromJson: (json) => tableOf(json, key),
})

export const byId = <Row extends { readonly id: string }>() => rows<Row>(({ id }) => id)

export const plain = <Value>(empty: Value): Written<Value, Value> => ({
  empty,
  toJson: (value) => value,
  fromJson: (json) => json,
})

/** Finds a row by a key; of several rows with that key, the last. */
export const index = (follow: (json: RoomJson) => Table<string>): Index<Table<string>> => ({
  empty: emptyTable(),
  follow,
})
