import { describe, expect, it } from 'vitest'
import { evolveAll } from '../../shared/room/evolve'
import { roomToJson } from '../../shared/room/parts'
import type { RoomJson } from '../../shared/room/room-json'
import { raised, site, sites, team, teams } from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import { createSnapshotText } from './snapshot-text'

const past = [sites(site('site-1'), site('site-2')), teams(team('q-01')), raised('a1')]
const read = (json: string) => JSON.parse(json) as { seq: number; hash: string; room: RoomJson }

describe('a snapshot as text', () => {
  it('reads as the room it was made of, with its seq and hash', async () => {
    const room = roomOf(...past)
    const { seq, json } = await createSnapshotText().of(room, { seq: 3, hash: 'h3' })
    expect(seq).toBe(3)
    expect(read(json)).toEqual({
      seq: 3,
      hash: 'h3',
      room: JSON.parse(JSON.stringify(roomToJson(room))),
    })
  })
  it('is made once per seq and anew for the next', async () => {
    const texts = createSnapshotText()
    const room = roomOf(...past)
    const first = await texts.of(room, { seq: 3, hash: 'h3' })
    expect(await texts.of(room, { seq: 3, hash: 'h3' })).toBe(first)
    const next = evolveAll(room, entriesOf([...past, raised('a2', 'site-2')]).slice(3))
    expect(read((await texts.of(next, { seq: 4, hash: 'h4' })).json).room.alarms).toHaveLength(2)
  })
  it('shows sites that were registered since', async () => {
    const texts = createSnapshotText()
    await texts.of(roomOf(...past), { seq: 3, hash: 'h3' })
    const more = roomOf(...past, sites(site('site-3')))
    expect(read((await texts.of(more, { seq: 4, hash: 'h4' })).json).room.sites).toHaveLength(3)
  })
  it('is made once for all who ask while it is being made, who get what came meanwhile as entries', async () => {
    const texts = createSnapshotText()
    const room = roomOf(...past)
    const next = evolveAll(room, entriesOf([...past, raised('a2', 'site-2')]).slice(3))
    const [first, second] = await Promise.all([
      texts.of(room, { seq: 3, hash: 'h3' }),
      texts.of(next, { seq: 4, hash: 'h4' }),
    ])
    expect(second).toBe(first)
    expect((await texts.of(next, { seq: 4, hash: 'h4' })).seq).toBe(4)
  })
})
