import { describe, expect, it } from 'vitest'
import { keptClosed } from '../incidents/incident'
import { canonical } from '../journal/canonical'
import {
  acknowledged,
  dispatched,
  opened,
  raised,
  signal,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { entriesOf, roomOf } from '../testing/given'
import { parseAnyEntry, upcast } from './events'
import { roomFromJson, roomToJson } from './parts'

const past = [
  sites(site('site-1'), site('site-2')),
  teams(team('t1')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  dispatched('as1', 'i1', 't1'),
  {
    type: 'signal-received' as const,
    data: { ...signal('0002', { class: 'closing' }), siteId: 'site-2' },
  },
]

describe('a room', () => {
  it('survives being written as JSON and read again, indexes and all', () => {
    const room = roomOf(...past)
    const again = roomFromJson(JSON.parse(JSON.stringify(roomToJson(room))))
    expect(canonical(roomToJson(again))).toBe(canonical(roomToJson(room)))
    expect(again.accounts.get('0002')).toBe('site-2')
    expect(again.openIncidents.get('site-1')).toBe('i1')
    expect(again.openAlarms.toJS()).toEqual(room.openAlarms.toJS())
  })
  it('lets a site move to another account, and the old account leads nowhere', () => {
    const room = roomOf(...past, sites(site('site-1', { account: 'BEEF' })))
    expect(room.accounts.get('BEEF')).toBe('site-1')
    expect(room.accounts.has('0001')).toBe(false)
  })
  it('lets two sites swap accounts in one batch, and each account leads to its new site', () => {
    const room = roomOf(
      ...past,
      sites(site('site-1', { account: '0002' }), site('site-2', { account: '0001' })),
    )
    expect(room.accounts.toJS()).toEqual({ '0002': 'site-1', '0001': 'site-2' })
    expect(roomFromJson(roomToJson(room)).accounts.equals(room.accounts)).toBe(true)
  })
  it('lets an account go over to another site batch by batch', () => {
    const room = roomOf(
      ...past,
      sites(site('site-1', { account: '0002' })),
      sites(site('site-2', { account: 'BEEF' }), site('site-2', { account: 'CAFE' })),
    )
    expect(room.accounts.toJS()).toEqual({ '0002': 'site-1', CAFE: 'site-2' })
  })
  it('leads an account that two sites name where it was registered last, out of a snapshot too', () => {
    const [first, second] = [
      site('site-1', { account: 'BEEF' }),
      site('site-2', { account: 'BEEF' }),
    ]
    const leads = (...rows: (typeof first)[]) => {
      const room = roomOf(...rows.map((row) => sites(row)))
      const again = roomFromJson(JSON.parse(JSON.stringify(roomToJson(room))))
      expect(again.accounts.toJS()).toEqual(room.accounts.toJS())
      expect(canonical(roomToJson(again))).toBe(canonical(roomToJson(room)))
      return room.accounts.get('BEEF')
    }
    expect(leads(first, second)).toBe('site-2')
    expect(leads(second, first)).toBe('site-1')
    expect(leads(second, first, site('site-1', { account: 'CAFE' }))).toBeUndefined()
  })
  it('forgets the oldest closed incidents beyond what it keeps', () => {
    const many = Array.from({ length: keptClosed + 3 }, (_, n) => [
      raised(`a-${n}`),
      acknowledged(`a-${n}`, `i-${n}`),
      opened(`i-${n}`, `a-${n}`),
      {
        type: 'incident-closed' as const,
        data: { incidentId: `i-${n}`, disposition: 'test' as const, remark: '' },
      },
    ]).flat()
    const room = roomOf(sites(site('site-1')), ...many)
    expect(room.incidents.size).toBe(keptClosed)
    expect(room.alarms.size).toBe(keptClosed)
    expect(room.incidents.has('i-2')).toBe(false)
    expect(room.incidents.has('i-3')).toBe(true)
  })
})

describe('an entry', () => {
  const [entry] = entriesOf(past)
  it('of a type only a newer program knows is not folded past', () =>
    expect(() => upcast({ ...entry, type: 'future', hash: '' } as never)).toThrow(/does not know/))
  it('is refused on the wire when it is not one', () =>
    expect(() => parseAnyEntry({ seq: 'x' })).toThrow())
})
