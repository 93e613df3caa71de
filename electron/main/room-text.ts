import { sha256 } from '../../node/sha256'
import { emptyTable, rowsOf } from '../../shared/lang/table'
import { type Room, roomToJson } from '../../shared/room/room'

/**
 * The sites as JSON text, and which they are: the same sites have the same version, in every
 * process and every run.
 */
export interface SitesText {
  text(sites: Room['sites']): string
  /** At most 64 characters. */
  version(sites: Room['sites']): string
}

/**
 * The sites are nearly all of a room (19,000 of them: 9 MB) and hardly ever change: their text is
 * kept while the table is the same.
 */
export function createSitesText(): SitesText {
  let last: { readonly table: Room['sites']; readonly text: string } | null = null
  const versions = new WeakMap<Room['sites'], string>()
  const text = (table: Room['sites']): string => {
    if (last?.table !== table) last = { table, text: JSON.stringify(rowsOf(table)) }
    return last.text
  }
  return {
    text,
    version(table) {
      const known = versions.get(table) ?? sha256(text(table))
      versions.set(table, known)
      return known
    },
  }
}

/**
 * Rooms as JSON text: a window that opens then costs a tenth. `sites` is the text for its sites.
 */
export function roomText(room: Room, sites: string): string {
  const { sites: _left, ...rest } = roomToJson({ ...room, sites: emptyTable() })
  return `{"sites":${sites},${JSON.stringify(rest).slice(1)}`
}

/** The JSON text of an object, with one member whose text is made already. */
export const withText = (name: string, text: string, rest: object): string =>
  `{"${name}":${text},${JSON.stringify(rest).slice(1)}`
