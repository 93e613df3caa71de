import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../journal/canonical'
import { emptyRoom } from '../room/empty-room'
import type { RoomEvent } from '../room/events'
import { evolve } from '../room/evolve'
import { type Register, registerToJson } from '../room/parts'
import type { Room } from '../room/room'
import { accountsOf } from '../sites/site'
import type { SiteRow } from '../sites/site-row'
import { anySites } from '../testing/any-site'
import { site, sites } from '../testing/builders'
import { entriesOf, roomOf } from '../testing/given'
import { movingRegister, recordedOf } from '../testing/night'
import { shownText } from '../text/shown-text'
import { columnsOfRoom, registerOver } from './column-sites'
import { readColumns, rowOf } from './columns'
import { columnsOfText } from './make-columns'

const attachedTo = (siteId: string, account: string): RoomEvent => ({
  type: 'account-attached',
  data: { account, siteId, held: 0 },
})

const textOf = (register: Register) => canonical(registerToJson(register))
const columnsFrom = (register: Register) => readColumns(columnsOfText(textOf(register)))

/** As columns have it: texts as they may be shown. */
const shown = (row: SiteRow): SiteRow => {
  const { zones, ...rest } = rowOf(row)
  return {
    ...rest,
    name: shownText(row.name),
    address: shownText(row.address),
    town: shownText(row.town),
    zones: zones.map(({ number, name }) => ({ number, name: shownText(name) })),
  }
}

const byId = (rows: Iterable<SiteRow>) =>
  Object.fromEntries(Array.from(rows, (row) => [row.id, { ...shown(row) }]))

/** What can be told of a register by whoever has its rows alone. */
const told = ({ sites: rows, accounts }: Pick<Room, 'sites' | 'accounts'>) => ({
  size: rows.size,
  rows: byId(rows.values()),
  found: Array.from(rows.values(), ({ id }) => rows.get(id)?.id === id && rows.has(id)),
  accounts: Object.fromEntries(
    Array.from(rows.values(), accountsOf)
      .flat()
      .map((account) => [account, accounts.get(account) ?? null]),
  ),
})

describe('the columns of a register', () => {
  it('give every site again as it was, made of text or of rows', () => {
    fc.assert(
      fc.property(anySites, (list) => {
        const room = roomOf(sites(...list))
        const columns = columnsFrom(room)
        expect(told(registerOver(columns))).toEqual(told(room))
        const again = readColumns(columnsOfRoom(room))
        expect(told(registerOver(again))).toEqual(told(room))
      }),
      { numRuns: 60 },
    )
  })
  it('say where in the text the card of each site stands', () => {
    fc.assert(
      fc.property(anySites, (list) => {
        const room = roomOf(sites(...list))
        const text = textOf(room)
        const columns = readColumns(columnsOfText(text))
        for (const one of list) {
          const card = columns.cardAt(columns.find(one.id))
          expect(JSON.parse(text.slice(...(card ?? [0, 0])))).toEqual(room.sites.get(one.id))
        }
      }),
      { numRuns: 60 },
    )
  })
  it('follow any night in which sites move and accounts are contested as a whole register does', () => {
    fc.assert(
      fc.property(movingRegister, fc.nat(), (happenings, at) => {
        const entries = entriesOf(recordedOf(happenings))
        const cut = entries.length === 0 ? 0 : at % entries.length
        let whole = emptyRoom
        for (const entry of entries.slice(0, cut)) whole = evolve(whole, entry)
        let desk: Room = { ...whole, ...registerOver(columnsFrom(whole)) }
        for (const entry of entries.slice(cut)) {
          whole = evolve(whole, entry)
          desk = evolve(desk, entry)
          expect(told(desk)).toEqual(told(whole))
        }
        expect(told(registerOver(readColumns(columnsOfRoom(desk))))).toEqual(told(whole))
      }),
      { numRuns: 60 },
    )
  })
  it('take an account that is attached to one of their sites', () => {
    const whole = roomOf(sites(site('site-1')))
    const desk: Room = { ...whole, ...registerOver(columnsFrom(whole)) }
    const [, after] = entriesOf([sites(site('site-1')), attachedTo('site-1', 'AB12')])
    if (!after) throw new Error('nothing happened')
    const next = evolve(desk, after)
    expect(next.accounts.get('AB12')).toBe('site-1')
    expect(accountsOf(next.sites.get('site-1') ?? site('none'))).toEqual(['0001', 'AB12'])
  })
  it('give the same object for the same site, however often it is asked for', () => {
    const { sites: rows } = registerOver(columnsFrom(roomOf(sites(site('site-1'), site('site-2')))))
    const other = rows.merge([['site-2', site('site-2', { name: 'Another' })]])
    expect(other.get('site-1')).toBe(rows.get('site-1'))
    expect(other.get('site-2')?.name).toBe('Another')
    expect(rows.get('site-2')?.name).toBe('Site site-2')
  })
  it('hold no text that a window may not show', () => {
    const name = 'Ba\u202enk\u0007one'
    const { sites: rows } = registerOver(columnsFrom(roomOf(sites(site('site-1', { name })))))
    expect(rows.get('site-1')?.name).toBe('Bank one')
  })
  it('are refused when they are cut off, of another form, or no columns at all', () => {
    const bytes = columnsOfRoom(roomOf(sites(site('site-1'))))
    const otherForm = bytes.slice()
    otherForm[4] = 99
    for (const broken of [bytes.slice(0, -8), bytes.slice(0, 20), otherForm, new Uint8Array(0)])
      expect(() => readColumns(broken)).toThrow(/register of sites/)
  })
  it('are read wherever they lie in memory', () => {
    const bytes = columnsOfRoom(roomOf(sites(site('site-1'))))
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    expect(readColumns(moved.subarray(3)).rowAt(0).name).toBe('Site site-1')
  })
  it('of an empty register are empty', () => {
    const columns = columnsFrom(emptyRoom)
    expect(columns.count).toBe(0)
    expect(registerOver(columns).sites.get('site-1')).toBeUndefined()
  })
})
