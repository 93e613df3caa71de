import { describe, expect, it } from 'vitest'
import { tableOf } from '../../shared/lang/table'
import { overColumns } from '../../shared/site-columns/column-sites'
import type { Site } from '../../shared/sites/site'
import { site } from '../../shared/testing/builders'
import { indexSites, searchSites } from './site-search'

const sites = [
  site('site-1', { name: 'Bank branch 014 · Qarshi', account: '1A2B' }),
  site('site-2', {
    name: 'School 3',
    address: 'Ibn Sino street 7',
    town: 'Yakkabogʻ',
    account: '1A2',
  }),
  site('site-3', {
    name: 'Bank vault',
    town: 'Shahrisabz',
    account: '2000',
    lines: [{ account: 'FF01', interval: null, tolerances: [], encryption: 'optional' }],
  }),
]
const index = indexSites(tableOf<Site>(sites, ({ id }) => id))
const find = (query: string) => searchSites(index, query)

describe('the search for a site', () => {
  it('finds every word in name, address, town or account, in any order', () => {
    expect(find('qarshi bank')).toEqual(['site-1'])
    expect(find('sino 7')).toEqual(['site-2'])
    expect(find('ff01')).toEqual(['site-3'])
    expect(find('bank castle')).toEqual([])
  })
  it('puts the account that was typed first, then those it begins', () =>
    expect(find('1a2')).toEqual(['site-2', 'site-1']))
  it('finds what is typed in Cyrillic, in Russian spelling and without apostrophes', () => {
    expect(find('Қарши')).toEqual(['site-1'])
    expect(find('карши')).toEqual(['site-1'])
    expect(find('yakkabog')).toEqual(['site-2'])
    expect(find('шахрисабз')).toEqual(['site-3'])
  })
  it('finds a site as it was registered last, in its place by name', () => {
    const over = overColumns(tableOf<Site>(sites, ({ id }) => id))
    const changed = over.merge([
      ['site-1', site('site-1', { name: 'Bank zone 9', account: '1A2B' })],
      ['site-4', site('site-4', { name: 'Bank a', account: '4000' })],
    ])
    const findNow = (query: string) => searchSites(indexSites(changed), query)
    expect(findNow('bank')).toEqual(['site-4', 'site-3', 'site-1'])
    expect(findNow('branch')).toEqual([])
    expect(findNow('4000')).toEqual(['site-4'])
  })
  it('puts the house that an address means before those that merely have its numbers', () => {
    const house = (id: string, address: string) => site(id, { name: `Residence ${id}`, address })
    const houses = [
      house('a', 'Demo street 13, house 170'),
      house('b', 'Demo street 17, house 3'),
      house('c', 'Demo street 3, building 2, house 17'),
      house('d', 'Demo street 3, house 17'),
      house('e', 'Demo street 33, house 17'),
    ]
    const among = indexSites(tableOf<Site>(houses, ({ id }) => id))
    const [first, second, third, ...others] = searchSites(among, 'demo street 3 house 17')
    expect([first, second, third]).toEqual(['d', 'c', 'b'])
    expect(others).toEqual(['a', 'e'])
    expect(searchSites(among, 'Demo street 3, house 17')[0]).toBe('d')
  })
  it('finds nothing for nothing', () => expect(find('  ')).toEqual([]))
})
