import { describe, expect, it } from 'vitest'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { palettes } from '../map/palette'
import type { PieceView } from '../map/piece'
import { alarmFeatures } from './alarm-features'
import { alarmPieces, sharesOf } from './alarm-pieces'

const at = (n: number) => ({ location: { lon: 65.79 + n / 1000, lat: 38.86 } })
const room = roomOf(
  sites(...[0, 1, 2, 3].map((n) => site(`s${n}`, at(n)))),
  raised('a0', 's0', { priority: 2 }),
  raised('a1', 's1', { priority: 2 }),
  raised('a2', 's2', { priority: 1 }),
  raised('a3', 's3', { kind: 'hold-up', priority: 1 }),
)
const features = alarmFeatures(room).offered
const viewAt = (zoom: number): PieceView => ({
  zoom,
  towns: [{ at: [65.79, 38.86], rank: 1, own: true, names: {} }],
  language: 'en',
  palette: palettes.dark,
  widthOf: (text) => text.length * 8,
})
const drawn = (zoom: number, apart: readonly string[] = [], selected: string | null = null) =>
  alarmPieces({ features, apart: new Set(apart), selected }, viewAt(zoom))
const idsOf = (...options: Parameters<typeof drawn>) => drawn(...options).map(({ ids }) => ids)

describe('open alarms in the view of the region', () => {
  it('are one counted bubble a town, the gravest first, and it leaves the point of the town free', () => {
    const bubble = drawn(8).find(({ ids }) => ids.length > 1)
    expect(bubble?.ids[0]).toBe('a2')
    expect([...(bubble?.ids ?? [])].sort()).toEqual(['a0', 'a1', 'a2'])
    expect(bubble?.stands).toBe('off')
  })
  it('never count in a person under threat', () => expect(idsOf(8)).toContainEqual(['a3']))
  it('never count in what a team was sent to or is looked at', () => {
    expect(idsOf(8, ['s0'])).toContainEqual(['a0'])
    expect(idsOf(8, ['s1'], 's1')).toContainEqual(['a1'])
  })
  it('keep a place for everything that stands apart before any bubble has one', () => {
    const sorted = [...drawn(8)].sort((a, b) => b.rank - a.rank)
    expect(sorted.map(({ ids }) => ids.length)).toEqual([1, 3])
  })
})

it('Each open alarm is its own symbol once the map is close enough', () =>
  expect(idsOf(16).sort()).toEqual([['a0'], ['a1'], ['a2'], ['a3']]))

it('Several alarms of one building are one symbol that counts them', () => {
  const twice = roomOf(
    sites(site('s0', at(0))),
    raised('a0', 's0', { priority: 2 }),
    raised('a1', 's0', { kind: 'tamper', priority: 3 }),
  )
  const [symbol, ...others] = alarmPieces(
    { features: alarmFeatures(twice).offered, apart: new Set(), selected: null },
    viewAt(16),
  )
  expect(symbol?.ids).toEqual(['a0', 'a1'])
  expect(others).toEqual([])
})

it('The ring of a bubble is in the shares of its priorities, the gravest first', () =>
  expect(sharesOf(features).map(({ count, taken }) => [count, taken])).toEqual([
    [2, false],
    [2, false],
  ]))
