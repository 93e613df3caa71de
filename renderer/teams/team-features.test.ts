import { describe, expect, it } from 'vitest'
import { stalePosition } from '../../shared/teams/position'
import {
  acknowledged,
  dispatched,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { assignmentLines, teamFeatures } from './team-features'

const past = [
  sites(site('site-1')),
  teams(team('t1'), team('t2', { postLocation: { lon: 66, lat: 39 } })),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  dispatched('as1', 'i1', 't1'),
] as const
const room = roomOf(...past)
const now = 1_000_000
const at = (age: number) => ({
  teamId: 't1',
  lon: 65.5,
  lat: 38.5,
  at: now - age,
  speed: 10,
  heading: 0,
})
const fixes = (age: number) => new Map([['t1', at(age)]])
const featureOf = (id: string, positions = fixes(0), from = room) =>
  teamFeatures(from, positions, now).find(({ properties }) => properties.id === id)

describe('teams on the map', () => {
  it('stand where they last said they were, and at their post before they said anything', () => {
    expect(featureOf('t1')?.geometry).toEqual({ type: 'Point', coordinates: [65.5, 38.5] })
    expect(featureOf('t2')?.geometry).toEqual({ type: 'Point', coordinates: [66, 39] })
  })
  it('wear what they are doing', () => {
    expect(featureOf('t1')?.properties.icon).toBe('team-assigned')
    expect(featureOf('t2')?.properties.icon).toBe('team-available')
    const there = roomOf(...past, { type: 'team-on-scene', data: { assignmentId: 'as1' } })
    expect(featureOf('t1', fixes(0), there)?.properties.icon).toBe('team-on-scene')
  })
  it('show that a position is old', () => {
    expect(featureOf('t1', fixes(stalePosition))?.properties.icon).toBe('team-assigned')
    expect(featureOf('t1', fixes(stalePosition + 1))?.properties.icon).toBe('team-assigned-old')
  })
  it('are the same objects while they stand still', () => {
    const standing = fixes(0)
    expect(featureOf('t1', standing)).toBe(featureOf('t1', standing))
    expect(featureOf('t1', fixes(0))).not.toBe(featureOf('t1', standing))
  })
})

describe('the line from a team to its incident', () => {
  it('is there while it is on its way, and the same object until it moves', () => {
    const positions = fixes(0)
    const [line] = assignmentLines(room, positions)
    expect(line?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [65.5, 38.5],
        [65.79, 38.86],
      ],
    })
    expect(assignmentLines(room, positions)[0]).toBe(line)
    expect(assignmentLines(room, fixes(0))[0]).not.toBe(line)
  })
  it('goes when it has arrived', () =>
    expect(
      assignmentLines(
        roomOf(...past, { type: 'team-on-scene', data: { assignmentId: 'as1' } }),
        fixes(0),
      ),
    ).toEqual([]))
})
