import { describe, expect, it } from 'vitest'
import { emptyRoom, roomToJson } from '../../shared/room/room'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createSitesText, roomText, withText } from './room-text'

describe('a room as text', () => {
  it('says what the room as JSON says', () => {
    const sitesText = createSitesText()
    for (const room of [
      emptyRoom,
      roomOf(sites(site('site-1'))),
      roomOf(sites(site('site-1')), raised('a1')),
      roomOf(sites(site('site-1', { name: 'New name' }))),
      emptyRoom,
    ])
      expect(JSON.parse(roomText(room, sitesText.text(room.sites)))).toEqual(roomToJson(room))
  })
  it('knows the same sites again, however the room came about, and other sites as others', () => {
    const version = (name: string) =>
      createSitesText().version(roomOf(sites(site('site-2'), site('site-1', { name }))).sites)
    const ordered = roomOf(
      sites(site('site-1', { name: 'One' })),
      sites(site('site-2')),
      raised('a1'),
    )
    expect(createSitesText().version(ordered.sites)).toBe(version('One'))
    expect(version('Other')).not.toBe(version('One'))
  })
  it('fits into an answer', () =>
    expect(JSON.parse(withText('room', '{"a":1}', { at: 5, positions: [] }))).toEqual({
      room: { a: 1 },
      at: 5,
      positions: [],
    }))
})
