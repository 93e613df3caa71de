import { describe, expect, it } from 'vitest'
import { stalePosition } from '../../shared/teams/position'
import { team, teams } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { palettes } from '../map/palette'
import type { PieceView } from '../map/piece'
import { teamFeatures } from './team-features'
import { teamPieces, townShieldZoom, type Under } from './team-pieces'

const place = (n: number) => ({ postLocation: { lon: 65.79 + n / 1000, lat: 38.86 } })
const room = roomOf(teams(team('t1', place(1)), team('t2', place(2)), team('t3', place(3))))
const now = 1_000_000
const viewAt = (zoom: number): PieceView => ({
  zoom,
  towns: [{ at: [65.79, 38.86], rank: 1, own: true, names: {} }],
  language: 'en',
  palette: palettes.dark,
  widthOf: (text) => text.length * 8,
})
const old = new Map([
  [
    't3',
    { teamId: 't3', lon: 65.79, lat: 38.86, at: now - stalePosition - 1, speed: 0, heading: 0 },
  ],
])
const drawn = (zoom: number, under: Readonly<Record<string, Under>> = {}, positions = new Map()) =>
  teamPieces(
    {
      features: teamFeatures(room, positions, now),
      under: new Map(Object.entries(under)),
      selected: null,
    },
    viewAt(zoom),
  )
const way = { siteId: 's1', onScene: false, words: '≈ 3 min' }

describe('teams in the view of the region', () => {
  it('are one shield a town with the number of those that can be sent', () =>
    expect(drawn(8).map(({ ids }) => ids)).toEqual([['t1', 't2', 't3']]))
  it('are counted apart where their position is old', () =>
    expect(drawn(8, {}, old).map(({ ids }) => ids)).toEqual([['t1', 't2'], ['t3']]))
  it('are where they are while they are under way', () =>
    expect(drawn(8, { t2: way }).map(({ ids }) => ids)).toEqual([['t2'], ['t1', 't3']]))
})

it('Each team has its own shield and its call sign once a town is wider than its point', () =>
  expect(drawn(townShieldZoom).map(({ ids, label }) => [ids[0], label?.text])).toEqual(
    ['t1', 't2', 't3'].map((id) => [id, room.teams.get(id)?.callSign]),
  ))

it('A team under way says beside its sign when it is expected', () =>
  expect(drawn(12, { t2: way }).find(({ ids }) => ids[0] === 't2')?.label?.text).toBe(
    `${room.teams.get('t2')?.callSign} ≈ 3 min`,
  ))

it('A team on scene docks beside its incident', () => {
  const docked = drawn(8, { t2: { ...way, onScene: true, words: '6:12' } }).find(
    ({ ids }) => ids[0] === 't2',
  )
  expect(docked?.stands).toEqual({ beside: 'site:s1' })
})
