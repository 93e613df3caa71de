import type { RegisterJson } from '../room/parts'
import { accountsOf } from '../sites/site'
import type { SiteRow } from '../sites/site-row'
import { searchKey } from '../text/search-key'
import { shownText } from '../text/shown-text'
import { packColumns, type SearchKeys, zonesText } from './columns'
import { createTextWriter } from './text-column'

interface Given {
  readonly row: SiteRow
  readonly card?: readonly [from: number, to: number]
}

/**
 * Makes columns from rows, with texts as a window may show them (`shownText`). `ownerOf` says which
 * site an account leads to when two name it.
 */
export const columnsOf = (
  rows: Iterable<SiteRow>,
  ownerOf: (account: string) => string | undefined,
): Uint8Array =>
  made(
    Array.from(rows, (row) => ({ row })),
    ownerOf,
  )

/** Makes columns from a register's canonical text; they record where each card stands in it. */
export function columnsOfText(text: string): Uint8Array {
  const given = spansOf(text).map(([from, to]): Given => {
    const row = JSON.parse(text.slice(from, to)) as SiteRow
    return { row, card: [from, to] }
  })
  const owners = new Map(
    given.flatMap(({ row }) => accountsOf(row).map((account) => [account, row.id] as const)),
  )
  for (const [account, siteId] of contestedIn(text))
    if (siteId === null) owners.delete(account)
    else owners.set(account, siteId)
  return made(given, (account) => owners.get(account))
}

const sitesBegin = ',"sites":['

function contestedIn(text: string): RegisterJson['contested'] {
  const head = `${text.slice(0, text.indexOf(sitesBegin))}}`
  return (JSON.parse(head) as Pick<RegisterJson, 'contested'>).contested
}

/** Finds where each site stands in the text. JSON escapes every quotation mark inside a string. */
function spansOf(text: string): [from: number, to: number][] {
  const spans: [number, number][] = []
  let depth = 0
  let from = 0
  for (let at = text.indexOf(sitesBegin) + sitesBegin.length; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22) at = endOfString(text, at)
    else if (sign === 0x7b) {
      if (depth === 0) from = at
      depth += 1
    } else if (sign === 0x7d) {
      depth -= 1
      if (depth === 0) spans.push([from, at + 1])
      if (depth < 0) break
    }
  }
  return spans
}

function endOfString(text: string, begin: number): number {
  for (let at = text.indexOf('"', begin + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return at
  }
  return text.length
}

function made(
  given: readonly Given[],
  ownerOf: (account: string) => string | undefined,
): Uint8Array {
  const sorted = [...given].sort((a, b) => (a.row.id < b.row.id ? -1 : 1))
  const rows = sorted.map(({ row }) => row)
  const count = rows.length
  const [ids, texts, words] = [createTextWriter(), createTextWriter(), wordsWriter()]
  const places = new Float64Array(count * 2)
  const facts = new Uint32Array(count * 4)
  rows.forEach((row, at) => {
    ids.add(row.id)
    texts.add(accountsOf(row).join(' '))
    texts.add(shownText(row.name))
    texts.add(shownText(row.address))
    const { town, category, responsePlan } = row
    const zones = row.zones.map(({ number, name }) => ({ number, name: shownText(name) }))
    const plan = responsePlan ? words.place(responsePlan) + 1 : 0
    facts.set(
      [words.place(shownText(town)), words.place(zonesText(zones)), words.place(category), plan],
      at * 4,
    )
    places.set([row.location.lon, row.location.lat], at * 2)
  })
  const cards = sorted.flatMap(({ card = [] }) => card)
  return packColumns({
    ...{ count, places, facts },
    ...{ ids: ids.column(), texts: texts.column(), words: words.column() },
    keys: keysOf(rows),
    ...accountColumns(rows, ownerOf),
    cards: Uint32Array.from(cards),
  })
}

function wordsWriter() {
  const writer = createTextWriter()
  const places = new Map<string, number>()
  return {
    column: writer.column,
    place(word: string): number {
      const known = places.get(word)
      if (known !== undefined) return known
      const place = places.size
      places.set(word, place)
      writer.add(word)
      return place
    },
  }
}

function keysOf(rows: readonly SiteRow[]): SearchKeys {
  const writer = createTextWriter()
  const ends: number[] = []
  let length = 0
  const add = (key: string) => {
    writer.add(key)
    length += key.length
    ends.push(length)
  }
  const names = rows.map((row) => {
    const name = searchKey(shownText(row.name))
    add(name)
    add(` ${searchKey(shownText(`${row.address} ${row.town}`))} `)
    add(accountsOf(row).map(searchKey).join(' '))
    return name
  })
  const nameAt = (at: number): string => names[at] ?? ''
  const order = Uint32Array.from(names.keys()).sort((a, b) =>
    nameAt(a) < nameAt(b) ? -1 : nameAt(a) > nameAt(b) ? 1 : a - b,
  )
  return { utf8: writer.column().bytes, ends: Uint32Array.from(ends), order }
}

function accountColumns(
  rows: readonly SiteRow[],
  ownerOf: (account: string) => string | undefined,
) {
  const at = new Map(rows.map(({ id }, place) => [id, place]))
  const known = [...new Set(rows.flatMap(accountsOf))].sort()
  const led = known.flatMap((account) => {
    const place = at.get(ownerOf(account) ?? '')
    return place === undefined ? [] : [{ account, place }]
  })
  const writer = createTextWriter()
  for (const { account } of led) writer.add(account)
  return {
    accounts: writer.column(),
    owners: Uint32Array.from(led, ({ place }) => place),
  }
}
