import { describe, expect, it } from 'vitest'
import { evolveAll } from '../../shared/room/evolve'
import { acknowledged, opened, raised, site, sites } from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import { alarmFeatures } from './alarm-features'

const room = roomOf(
  sites(site('site-1'), site('site-2', { location: { lon: 66, lat: 39 } })),
  raised('a1', 'site-1'),
  raised('a2', 'site-2', { kind: 'hold-up', priority: 1 }),
)

describe('alarms on the map', () => {
  it('stand at their sites, longitude first', () =>
    expect(alarmFeatures(room).offered.map(({ geometry }) => geometry)).toContainEqual({
      type: 'Point',
      coordinates: [66, 39],
    }))
  it('are drawn over graver ones only when those are in hand', () => {
    const sort = (id: string, from = room) =>
      Number(
        alarmFeatures(from).offered.find(({ properties }) => properties.id === id)?.properties.sort,
      )
    expect(sort('a2')).toBeGreaterThan(sort('a1'))
    const taken = evolveAll(
      room,
      entriesOf([acknowledged('a2', 'i2'), opened('i2', 'a2', 'site-2')]),
    )
    expect(sort('a2', taken)).toBeLessThan(sort('a1', taken))
  })
  it('change their look when they are taken', () => {
    const taken = evolveAll(room, entriesOf([acknowledged('a1', 'i1'), opened('i1', 'a1')]))
    const look = alarmFeatures(taken).offered.find(
      ({ properties }) => properties.id === 'a1',
    )?.properties
    expect(look).toMatchObject({ icon: 'alarm-2-taken', unanswered: false })
  })
  it('are the same objects while nothing about them changes, so that the map is sent nothing', () =>
    expect(alarmFeatures(room).offered[0]).toBe(alarmFeatures(room).offered[0]))
  it('go to where their site is when it is moved, and by its new name, though nothing else changed', () => {
    const drawn = alarmFeatures(room).offered.length
    const moved = evolveAll(
      room,
      entriesOf([sites(site('site-1', { name: 'Moved', location: { lon: 65, lat: 38.5 } }))]),
    )
    const { offered } = alarmFeatures(moved)
    expect(offered).toHaveLength(drawn)
    expect(offered.find(({ properties }) => properties.id === 'a1')).toMatchObject({
      geometry: { coordinates: [65, 38.5] },
      properties: { name: 'Moved' },
    })
  })
  it('stay on it while they are in hand, also beside a newer one of their kind', () => {
    const newer = evolveAll(
      room,
      entriesOf([
        acknowledged('a1', 'i1'),
        opened('i1', 'a1'),
        raised('a3', 'site-1', { zone: '2', priority: 3 }),
      ]),
    )
    expect(
      alarmFeatures(newer).offered.map(({ properties }) => [properties.id, properties.icon]),
    ).toEqual(
      expect.arrayContaining([
        ['a1', 'alarm-2-taken'],
        ['a3', 'alarm-3'],
      ]),
    )
  })
  it('leave the map when their incident is closed', () => {
    const closing = {
      type: 'incident-closed',
      data: { incidentId: 'i1', disposition: 'test', remark: '' },
    } as const
    const closed = evolveAll(
      room,
      entriesOf([acknowledged('a1', 'i1'), opened('i1', 'a1'), closing]),
    )
    expect(alarmFeatures(closed).offered.map(({ properties }) => properties.id)).toEqual(['a2'])
  })
  it('are apart and small while a rule keeps them in the ledger', () => {
    const bundled = evolveAll(
      room,
      entriesOf([
        {
          type: 'fold-opened',
          data: {
            foldId: 'f1',
            rule: 'chatter',
            kind: 'burglary',
            place: { type: 'zone', siteId: 'site-1', zone: '1' },
            priority: 2,
            since: 0,
          },
        },
        { type: 'alarm-folded', data: { alarmId: 'a1', foldId: 'f1' } },
      ]),
    )
    const { offered, bundled: small } = alarmFeatures(bundled)
    expect(offered.map(({ properties }) => properties.id)).toEqual(['a2'])
    expect(small.map(({ properties }) => [properties.id, properties.icon])).toEqual([
      ['a1', 'alarm-bundled'],
    ])
  })
})
