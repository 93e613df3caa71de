import { describe, expect, it } from 'vitest'
import { sha256 } from '../../node/sha256'
import { evolveAll } from '../../shared/room/evolve'
import { registerFromJson, roomToJson, workFromJson } from '../../shared/room/parts'
import type { RoomJson } from '../../shared/room/room-json'
import { raised, site, sites, team, teams } from '../../shared/testing/builders'
import { entriesOf, roomOf } from '../../shared/testing/given'
import type { SentParts, SnapshotMessage } from '../../shared/wire/console-feed'
import { createSnapshotText } from './snapshot-text'

const past = [sites(site('site-1'), site('site-2')), teams(team('q-01')), raised('a1')]
const read = (json: string) => JSON.parse(json) as { seq: number; hash: string; room: RoomJson }

describe('a snapshot as text', () => {
  it('reads as the room it was made of, with its seq and hash', async () => {
    const room = roomOf(...past)
    const { seq, json } = await createSnapshotText().of(
      { room: room, head: { seq: 3, hash: 'h3' } },
      null,
    )
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
    const first = await texts.of({ room: room, head: { seq: 3, hash: 'h3' } }, null)
    expect(await texts.of({ room: room, head: { seq: 3, hash: 'h3' } }, null)).toBe(first)
    const next = evolveAll(room, entriesOf([...past, raised('a2', 'site-2')]).slice(3))
    expect(
      read((await texts.of({ room: next, head: { seq: 4, hash: 'h4' } }, null)).json).room.alarms,
    ).toHaveLength(2)
  })
  it('shows sites that were registered since', async () => {
    const texts = createSnapshotText()
    await texts.of({ room: roomOf(...past), head: { seq: 3, hash: 'h3' } }, null)
    const more = roomOf(...past, sites(site('site-3')))
    expect(
      read((await texts.of({ room: more, head: { seq: 4, hash: 'h4' } }, null)).json).room.sites,
    ).toHaveLength(3)
  })
  it('is made once for all who ask while it is being made, who get what came meanwhile as entries', async () => {
    const texts = createSnapshotText()
    const room = roomOf(...past)
    const next = evolveAll(room, entriesOf([...past, raised('a2', 'site-2')]).slice(3))
    const [first, second] = await Promise.all([
      texts.of({ room: room, head: { seq: 3, hash: 'h3' } }, null),
      texts.of({ room: next, head: { seq: 4, hash: 'h4' } }, null),
    ])
    expect(second).toBe(first)
    expect((await texts.of({ room: next, head: { seq: 4, hash: 'h4' } }, null)).seq).toBe(4)
  })
  it('has the register in pieces of its text, or leaves it out for a console that has it', async () => {
    const texts = createSnapshotText()
    const standing = { room: roomOf(...past), head: { seq: 3, hash: 'h3' } }
    const partsIn = async (have: string) =>
      (JSON.parse((await texts.of(standing, have)).json) as SnapshotMessage).room as SentParts
    const parts = await partsIn('another')
    const text = parts.register?.join('') ?? ''
    expect(sha256(text)).toBe(parts.version)
    const register = registerFromJson(JSON.parse(text))
    expect(roomToJson({ ...workFromJson(parts.work), ...register })).toEqual(
      roomToJson(standing.room),
    )
    expect(await partsIn(parts.version)).toEqual({ ...parts, register: null })
  })
})
