import { accountsOf, type SiteCategory, siteCategories } from '../sites/site'
import type { SiteRow } from '../sites/site-row'
import { textOf } from '../text/utf8-text'
import { pack, unpack } from './pack'
import { type TextColumn, textAt } from './text-column'

/**
 * A register's rows as columns in one block of bytes, ordered by id. No row is an object until it
 * is asked for, however many sites there are.
 */
export interface SiteColumns {
  readonly bytes: Uint8Array
  readonly count: number
  /** Longitude and latitude of each row, in turn. */
  readonly places: Float64Array
  idAt(at: number): string
  nameAt(at: number): string
  /** The category of each site, as its place in `siteCategories`. */
  categoryPlaces(): Uint8Array
  /** Makes a new object each time. */
  rowAt(at: number): SiteRow
  /** The row of this id, or -1. */
  find(id: string): number
  /** The row of the site this account leads to, or -1. */
  findAccount(account: string): number
  /**
   * Where the site stands in the text the columns were made from; null when they were made from
   * rows.
   */
  cardAt(at: number): readonly [from: number, to: number] | null
  readonly keys: SearchKeys
}

export interface SearchKeys {
  readonly utf8: Uint8Array
  /** Three per site, in characters of the text: where name, address and accounts end. */
  readonly ends: Uint32Array
  /** Rows ordered by the key of their name. */
  readonly order: Uint32Array
}

export interface ColumnParts {
  readonly count: number
  readonly places: Float64Array
  readonly ids: TextColumn
  /** Three per site: accounts, name, address. */
  readonly texts: TextColumn
  /** Four per site: town, zones, category and plan, as places in `words` (0: none). */
  readonly facts: Uint32Array
  /** Texts shared by many sites, each once. */
  readonly words: TextColumn
  readonly keys: SearchKeys
  /** Sorted; `owners` has the row that each leads to. */
  readonly accounts: TextColumn
  readonly owners: Uint32Array
  /** Two per site: from and to. Empty when the columns were made from rows. */
  readonly cards: Uint32Array
}

const sections = 14

export const packColumns = (parts: ColumnParts): Uint8Array =>
  pack(parts.count, [
    parts.places,
    ...[parts.ids.bytes, parts.ids.ends],
    ...[parts.texts.bytes, parts.texts.ends],
    parts.facts,
    ...[parts.words.bytes, parts.words.ends],
    ...[parts.keys.utf8, parts.keys.ends, parts.keys.order],
    ...[parts.accounts.bytes, parts.accounts.ends, parts.owners],
    parts.cards,
  ])

function partsIn(bytes: Uint8Array): ColumnParts {
  const packed = unpack(bytes, sections + 1)
  const text = (at: number): TextColumn => ({
    bytes: packed.bytes(at),
    ends: packed.numbers(at + 1),
  })
  return {
    count: packed.count,
    places: packed.doubles(0),
    ids: text(1),
    texts: text(3),
    facts: packed.numbers(5),
    words: text(6),
    keys: { utf8: packed.bytes(8), ends: packed.numbers(9), order: packed.numbers(10) },
    accounts: text(11),
    owners: packed.numbers(13),
    cards: packed.numbers(14),
  }
}

/** Throws when the bytes are not columns of this version. */
export function readColumns(bytes: Uint8Array): SiteColumns {
  const { count, places, ids, texts, facts, words, keys, accounts, owners, cards } = partsIn(bytes)
  const fact = (at: number, which: number): number => facts[at * 4 + which] ?? 0
  const idAt = (at: number): string => textAt(ids, at)
  const nameAt = (at: number): string => textAt(texts, at * 3 + 1)
  return {
    bytes,
    count,
    places,
    keys,
    idAt,
    nameAt,
    categoryPlaces() {
      const known = new Map<number, number>()
      return Uint8Array.from({ length: count }, (_, at) => {
        const word = fact(at, 2)
        const place = known.get(word) ?? siteCategories.indexOf(textAt(words, word) as SiteCategory)
        known.set(word, place)
        return place
      })
    },
    rowAt(at) {
      const [account = '', ...further] = textAt(texts, at * 3).split(' ')
      const plan = fact(at, 3)
      return {
        id: idAt(at),
        account,
        name: nameAt(at),
        category: textAt(words, fact(at, 2)) as SiteCategory,
        address: textAt(texts, at * 3 + 2),
        town: textAt(words, fact(at, 0)),
        location: { lon: places[at * 2] ?? 0, lat: places[at * 2 + 1] ?? 0 },
        // Few ask for zones, and they outweigh all the rest: they are read on demand.
        get zones() {
          return zonesIn(textAt(words, fact(at, 1)))
        },
        ...(further.length > 0 && { lines: further.map((one) => ({ account: one })) }),
        ...(plan > 0 && { responsePlan: textAt(words, plan - 1) as SiteRow['responsePlan'] }),
      }
    },
    find: (id) => indexOf(ids, count, id),
    findAccount: (account) => owners[indexOf(accounts, owners.length, account)] ?? -1,
    cardAt(at) {
      const [from, to] = cards.subarray(at * 2, at * 2 + 2)
      return from === undefined || to === undefined ? null : [from, to]
    },
  }
}

/** The row as columns keep it, without the other fields of its card. */
export function rowOf(site: SiteRow): SiteRow {
  const [account = '', ...further] = accountsOf(site)
  const { id, name, category, address, town, location, zones, responsePlan } = site
  return {
    ...{ id, account, name, category, address, town, location },
    zones: zones.map(({ number, name: zone }) => ({ number, name: zone })),
    ...(further.length > 0 && { lines: further.map((one) => ({ account: one })) }),
    ...(responsePlan && { responsePlan }),
  }
}

export const zonesText = (zones: SiteRow['zones']): string =>
  JSON.stringify(zones.map(({ number, name }) => [number, name]))

const zonesIn = (text: string): SiteRow['zones'] =>
  (JSON.parse(text) as [string, string][]).map(([number, name]) => ({ number, name }))

/** Binary search in sorted texts. */
function indexOf(sorted: TextColumn, count: number, text: string): number {
  let [from, to] = [0, count]
  while (from < to) {
    const middle = (from + to) >> 1
    const found = textAt(sorted, middle)
    if (found === text) return middle
    if (found < text) from = middle + 1
    else to = middle
  }
  return -1
}

export const searchTextOf = ({ utf8 }: SearchKeys): string => textOf(utf8)
