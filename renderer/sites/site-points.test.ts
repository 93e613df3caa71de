import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evolveAll } from '../../shared/room/evolve'
import type { Room } from '../../shared/room/room'
import { columnsOfRoom, registerOver } from '../../shared/site-columns/column-sites'
import { readColumns } from '../../shared/site-columns/columns'
import type { Site } from '../../shared/sites/site'
import { anySites } from '../../shared/testing/any-site'
import { site, sites } from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import { shownText } from '../../shared/text/shown-text'
import type { PointSet } from '../map/point-set'
import { sitePoints } from './site-points'

const roomAtDesk = (list: readonly Site[]): Room => {
  const whole = roomOf(sites(...list))
  return { ...whole, ...registerOver(readColumns(columnsOfRoom(whole))) }
}

const drawnIn = ({ count, places, kind, idAt, nameAt }: PointSet) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      idAt(at),
      [places[at * 2], places[at * 2 + 1], kind.values[kind.of[at] ?? -1], shownText(nameAt(at))],
    ]),
  )

const drawnOf = (list: readonly Site[]) =>
  Object.fromEntries(
    list.map(({ id, location: { lon, lat }, category, name }) => [
      id,
      [lon, lat, category, shownText(name)],
    ]),
  )

describe('sites on the map', () => {
  it('are all there, each at its place, as they stand in the register and in what came since', () => {
    fc.assert(
      fc.property(anySites, anySites, (before, since) => {
        const room = evolveAll(roomAtDesk(before), entriesOf([sites(...since)]))
        const expected = { ...drawnOf(before), ...drawnOf(since) }
        expect(drawnIn(sitePoints(room.sites))).toEqual(expected)
        expect(sitePoints(room.sites).count).toBe(Object.keys(expected).length)
      }),
      { numRuns: 60 },
    )
  })

  it('are the same set as long as no site is registered, so that 38,000 of them cost nothing', () => {
    const room = roomAtDesk([site('site-1'), site('site-2')])
    expect(sitePoints(room.sites)).toBe(sitePoints(room.sites))
  })

  it('keep their order when one is registered anew, so that one that was drawn before can be picked', () => {
    const room = roomAtDesk([site('site-1'), site('site-2')])
    const moved = evolveAll(
      room,
      entriesOf([sites(site('site-1', { location: { lon: 66, lat: 39 } }), site('site-3'))]),
    )
    const [before, after] = [sitePoints(room.sites), sitePoints(moved.sites)]
    expect(after.order).toBe(before.order)
    expect([after.idAt(0), after.idAt(1)]).toEqual([before.idAt(0), before.idAt(1)])
    expect([...after.places.subarray(0, 2)]).toEqual([66, 39])
  })
})
