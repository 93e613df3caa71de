import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { canonical } from '../shared/journal/canonical'
import { snapshotOf } from '../shared/journal/snapshot'
import { emptyRoom } from '../shared/room/empty-room'
import { evolveAll } from '../shared/room/evolve'
import { roomToJson } from '../shared/room/parts'
import { raised, site, sites } from '../shared/testing/builders'
import { entriesOf, roomOf } from '../shared/testing/given'
import { openJournalFile } from './journal-file'
import { roomTexts } from './room-texts'
import { sha256 } from './sha256'
import { createSnapshotWriter } from './snapshot-writer'

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
      expect([...roomTexts().pieces(some)].join('')).toBe(canonical(roomToJson(some)))
  })

  it('reads back as the room, with the hash of its text', async () => {
    const journal = openJournalFile(join(folder, 'a.db'))
    const { snapshot, register } = snapshotOf(room, roomTexts(), sha256)
    expect(await createSnapshotWriter(journal)(room)).toBe(snapshot.hash)
    expect(journal.snapshotAt(room.seq)).toEqual(snapshot)
    expect(journal.registerText(register.version)).toBe(register.pieces.join(''))
    journal.close()
  })

  it('packs the register only when it is another than last time', async () => {
    const packed: boolean[] = []
    const write = createSnapshotWriter({
      savePackedSnapshot: ({ registerText }) => void packed.push(registerText !== null),
    })
    await write(room)
    await write(evolveAll(room, entriesOf([raised('a3')])))
    await write(evolveAll(room, entriesOf([sites(site('site-601'))])))
    expect(packed).toEqual([true, false, true])
  })

  it('packs the register again when storing it failed', async () => {
    const packed: boolean[] = []
    const write = createSnapshotWriter({
      savePackedSnapshot({ registerText }) {
        packed.push(registerText !== null)
        if (packed.length === 1) throw new Error('the disk is full')
      },
    })
    await expect(write(room)).rejects.toThrow('full')
    await write(room)
    expect(packed).toEqual([true, true])
  })
})
