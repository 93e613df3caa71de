import { describe, expect, it } from 'vitest'
import { emptyRoom, roomToJson } from '../../shared/console/room'
import { raised, site, sites } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { createRoomText, withText } from './room-text'

describe('a room as text', () => {
  it('says what the room as JSON says', () => {
    const text = createRoomText()
    for (const room of [
      emptyRoom,
      roomOf(sites(site('site-1'))),
      roomOf(sites(site('site-1')), raised('a1')),
      roomOf(sites(site('site-1', { name: 'New name' }))),
      emptyRoom,
    ])
      expect(JSON.parse(text(room))).toEqual(roomToJson(room))
  })
  it('fits into an answer', () =>
    expect(JSON.parse(withText('room', '{"a":1}', { at: 5, positions: [] }))).toEqual({
      room: { a: 1 },
      at: 5,
      positions: [],
    }))
})
