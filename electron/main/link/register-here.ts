import { createHash } from 'node:crypto'
import { textPartsOf } from '../../../node/room-texts'
import { sha256 } from '../../../node/sha256'
import { emptyRoom } from '../../../shared/room/empty-room'
import type { Entry } from '../../../shared/room/events'
import { evolve } from '../../../shared/room/evolve'
import type { TextParts } from '../../../shared/room/parts'
import type { Room, WholeRoom } from '../../../shared/room/room'
import { columnsOfRoom, registerOver } from '../../../shared/site-columns/column-sites'
import { readColumns, type SiteColumns } from '../../../shared/site-columns/columns'
import { columnsOfText } from '../../../shared/site-columns/make-columns'
import type { Site } from '../../../shared/sites/site'

/**
 * A room in parts, with its register's columns if they have been built. With them, the register's
 * text may be left out and come later (`withText`).
 */
export type DeskParts = TextParts & { readonly columns?: Uint8Array }

/**
 * The register of sites on a desk: its text, in which a site's card is looked up when somebody
 * opens it, and the rows over columns. It is never parsed as a whole.
 */
export interface RegisterHere {
  readonly rows: Pick<Room, 'sites' | 'accounts'>
  /** Null when an entry has changed the register since it arrived. */
  readonly version: string | null
  /** The version of the text that must come before cards can be given; null once it is here. */
  readonly textAwaited: string | null
  /** The same register with its text, which is believed to be that of its version. */
  withText(text: string): RegisterHere
  /** Throws while the text is awaited. */
  card(siteId: string): Site | null
  after(entry: Entry): RegisterHere
}

/** Throws when the register does not match its version. */
export function registerHere({ version, register: text, columns: made }: DeskParts): RegisterHere {
  if (text === null && !made) throw new Error('The hub left out a register of sites')
  if (text !== null && sha256(text) !== version)
    throw new Error('The register of sites is not what its version says')
  const columns = readColumns(made ?? columnsOfText(text ?? ''))
  const base: Base = { version, columns, rows: registerOver(columns) }
  return text === null ? awaitingText(base, []) : overText(base, text)
}

interface Base extends Pick<RegisterHere, 'rows'> {
  readonly version: string
  readonly columns: SiteColumns
}

const overText = ({ rows, version, columns }: Base, text: string): RegisterHere =>
  registerOf({ rows, version, changed: emptyRoom }, (siteId) => cardIn(text, columns, siteId))

/** Its rows follow what happens; what happened to its cards is made up for when the text is here. */
function awaitingText(base: Base, since: readonly Entry[]): RegisterHere {
  return {
    rows: base.rows,
    version: since.length === 0 ? base.version : null,
    textAwaited: base.version,
    withText: (text) =>
      since.reduce((register, entry) => register.after(entry), overText(base, text)),
    card() {
      throw new Error('The text of the register has not come yet')
    },
    after: (entry) => awaitingText(base, [...since, entry]),
  }
}

/** The register of a desk that has received nothing yet. */
export function noRegister(): RegisterHere {
  const { version } = textPartsOf(emptyRoom)
  const { sites, accounts } = emptyRoom
  return registerOf({ rows: { sites, accounts }, version, changed: emptyRoom }, () => null)
}

interface State extends Pick<RegisterHere, 'rows' | 'version'> {
  readonly changed: WholeRoom
}

function registerOf(
  { rows, version, changed }: State,
  cardBefore: (siteId: string) => Site | null,
): RegisterHere {
  const card = (siteId: string): Site | null => changed.sites.get(siteId) ?? cardBefore(siteId)
  const register: RegisterHere = {
    ...{ rows, version, card, textAwaited: null },
    withText: () => register,
    after(entry) {
      // An attached account is added to a card, so the whole card must be there.
      const touched = entry.type === 'account-attached' ? card(entry.data.siteId) : null
      const sites = touched ? changed.sites.set(touched.id, touched) : changed.sites
      const state = { rows, version: null, changed: evolve({ ...changed, sites }, entry) }
      return registerOf(state, cardBefore)
    },
  }
  return register
}

function cardIn(text: string, columns: SiteColumns, siteId: string): Site | null {
  const at = columns.find(siteId)
  const span = at === -1 ? null : columns.cardAt(at)
  return span && (JSON.parse(text.slice(...span)) as Site)
}

/** Columns and the version a window uses to request them again. */
export interface NamedColumns {
  readonly version: string
  readonly bytes: Uint8Array
}

/** The columns of a room's register, under its version or, if it has none, a name of their own. */
export function namedColumns(room: Pick<Room, 'sites' | 'accounts'>, version: string | null) {
  const bytes = columnsOfRoom(room)
  return { version: version ?? createHash('sha256').update(bytes).digest('hex'), bytes }
}

export const changesRegister = ({ type }: Pick<Entry, 'type'>): boolean =>
  type === 'sites-registered' || type === 'account-attached'
