import { describe, expect, it } from 'vitest'
import { evolveAll } from '../../shared/room/evolve'
import { columnsOfRoom, registerOver } from '../../shared/site-columns/column-sites'
import { readColumns } from '../../shared/site-columns/columns'
import { site, sites } from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import { siteFeatures } from './site-features'

describe('sites on the map', () => {
  it('are the same objects as long as they are not registered anew, so that 19,000 of them cost nothing', () => {
    const whole = roomOf(sites(site('site-1'), site('site-2')))
    const room = { ...whole, ...registerOver(readColumns(columnsOfRoom(whole))) }
    const moved = evolveAll(
      room,
      entriesOf([sites(site('site-2', { location: { lon: 66, lat: 39 } }))]),
    )
    const before = new Map(
      siteFeatures(room.sites).map((feature) => [feature.properties.id, feature]),
    )
    const after = new Map(
      siteFeatures(moved.sites).map((feature) => [feature.properties.id, feature]),
    )
    expect(after.get('site-1')).toBe(before.get('site-1'))
    expect(after.get('site-2')?.geometry).toEqual({ type: 'Point', coordinates: [66, 39] })
  })
})
