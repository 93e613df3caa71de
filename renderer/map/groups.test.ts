import { describe, expect, it } from 'vitest'
import { grouped, type Town } from './groups'

const town = (lon: number, lat: number): Town => ({ at: [lon, lat], rank: 3, own: true, names: {} })
const qarshi = town(65.79, 38.86)
const koson = town(65.585, 39.0375)
const groupsAt = (zoom: number, places: readonly GeoJSON.Position[], towns = [qarshi, koson]) =>
  grouped(places, (place) => place, { zoom, towns })

describe('things on the map below zoom 13', () => {
  it('are counted by the town they lie in, at its point', () => {
    const groups = groupsAt(8, [
      [65.78, 38.87],
      [65.8, 38.85],
      [65.59, 39.03],
      [65.58, 39.04],
    ])
    expect(groups.map(({ at, members }) => [at, members.length])).toEqual([
      [qarshi.at, 2],
      [koson.at, 2],
    ])
  })
  it('are counted by district once a town is wider than its point', () => {
    const districts = groupsAt(12, [
      [65.72, 38.8],
      [65.7203, 38.8001],
      [65.88, 38.92],
    ])
    expect(districts.map(({ members }) => members.length)).toEqual([2, 1])
  })
  it('stay at their own place while they are the only one in their town', () =>
    expect(groupsAt(8, [[65.78, 38.87]])[0]?.at).toEqual([65.78, 38.87]))
  it('are the same groups however the map is moved', () => {
    const places = [
      [65.78, 38.87],
      [65.1, 39.2],
    ]
    expect(groupsAt(11, places)).toEqual(groupsAt(11, places))
  })
})

it('From zoom 13 on, things on the map are one group only where they would cover each other', () => {
  const groups = groupsAt(14, [
    [65.78, 38.87],
    [65.78, 38.87],
    [65.79, 38.86],
  ])
  expect(groups.map(({ members }) => members.length)).toEqual([2, 1])
})
