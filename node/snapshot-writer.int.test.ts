import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { canonical } from '../shared/journal/canonical'
import { emptyRoom } from '../shared/room/empty-room'
import { roomToJson } from '../shared/room/parts'
import { raised, site, sites } from '../shared/testing/builders'
import { roomOf } from '../shared/testing/given'
import { canonicalRoomTexts } from './room-texts'
import { sha256 } from './sha256'
import { createSnapshotWriter } from './snapshot-writer'
import { openSqliteJournal } from './sqlite-journal'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-snapshot-'))
afterAll(() => rmSync(folder, { recursive: true }))

const many = Array.from({ length: 600 }, (_, at) => site(`site-${at}`))
const room = roomOf(sites(...many), raised('a1'), raised('a2', 'site-2'))

describe('A snapshot written in pieces', () => {
  it('is the same text as in one piece, for any length of list', () => {
    for (const some of [
      room,
      emptyRoom,
      roomOf(sites(...many.slice(0, 250))),
      roomOf(sites(...many.slice(0, 251))),
    ])
      expect([...canonicalRoomTexts().pieces(some)].join('')).toBe(canonical(roomToJson(some)))
  })

  it('reads back as the room, with the hash of its text', async () => {
    const journal = openSqliteJournal(join(folder, 'a.db'))
    await createSnapshotWriter(journal)(room)
    const json = roomToJson(room)
    expect(journal.snapshotAt(room.seq)).toEqual({
      seq: 3,
      at: room.at,
      hash: sha256(canonical(json)),
      room: json,
    })
    journal.close()
  })
})
