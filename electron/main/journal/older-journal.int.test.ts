import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { roomTexts } from '../../../node/room-texts'
import { sha256 } from '../../../node/sha256'
import { createSnapshotWriter } from '../../../node/snapshot-writer'
import { type Database, openDatabase } from '../../../node/sqlite'
import { openSqliteJournal } from '../../../node/sqlite-journal'
import { verifyJournal } from '../../../node/verify-journal'
import { canonical } from '../../../shared/journal/canonical'
import { entryBody } from '../../../shared/journal/chain'
import { type AnyEntry, genesisHash } from '../../../shared/journal/entry'
import { createSnapshotLoader } from '../../../shared/journal/proven-snapshot'
import { record } from '../../../shared/journal/recorder'
import { emptyRoom } from '../../../shared/room/empty-room'
import { upcast } from '../../../shared/room/events'
import { evolveAll } from '../../../shared/room/evolve'
import { foldVersion } from '../../../shared/room/fold-version'
import { roomToJson } from '../../../shared/room/parts'
import type { WholeRoom } from '../../../shared/room/room'
import { officer, raised, site, sites } from '../../../shared/testing/builders'
import { ownId } from '../../../shared/unit/own-id'
import { createRoomAt } from './room-at'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-older-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A file as layout 3 was: a whole room in every snapshot, and no registers. */
const layout3 = `
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, cause TEXT, body TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_cause ON entries (cause) WHERE cause IS NOT NULL;
CREATE TRIGGER entries_unchangeable BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entries_undeletable BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TABLE snapshots (
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, hash TEXT NOT NULL, room BLOB NOT NULL,
  fold INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE probe (id INTEGER PRIMARY KEY, filler BLOB) STRICT;
PRAGMA user_version = 3`

const stamp = { by: officer, at: 1_000, notBefore: 0, cause: null }
const contested = site('site-2', { account: '0001' })
const before = record(
  [sites(site('site-1'), contested), sites(site('site-1')), raised('a1')],
  stamp,
  { seq: 0, hash: genesisHash },
  sha256,
)
const roomAfter = (entries: readonly AnyEntry[]): WholeRoom =>
  evolveAll(emptyRoom, entries.map(upcast))
const snapshotText = canonical(roomToJson(roomAfter(before)))
const last = before.at(-1) ?? { seq: 0, at: 0, hash: genesisHash }
const taken = { type: 'snapshot-taken', data: { seq: 3, hash: sha256(snapshotText) } } as const
const entries = [...before, ...record([taken, raised('a2')], stamp, last, sha256)]

function writeLayout3(file: string, entries: readonly AnyEntry[]): Database {
  const database = openDatabase(file)
  database.exec(layout3)
  const insert = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?)')
  for (const entry of entries)
    insert.run(entry.seq, entry.at, entry.cause, entryBody(entry), entry.hash)
  return database
}

it('A journal of the layout before registers were stored apart verifies, opens from its snapshot, replays the same and goes on', async () => {
  const file = join(folder, 'layout-3.db')
  const older = writeLayout3(file, entries)
  older
    .prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)')
    .run(3, last.at, sha256(snapshotText), deflateRawSync(snapshotText), foldVersion)
  older.close()
  expect(verifyJournal(file)).toMatchObject({ ok: true, count: 5 })

  const journal = openSqliteJournal(file)
  expect(verifyJournal(file)).toMatchObject({ ok: true, count: 5 })
  expect((await createSnapshotLoader({ journal, sha256 })(5))?.head.seq).toBe(3)
  const roomAt = createRoomAt(journal, roomTexts())
  for (const seq of [5, 3, 1])
    expect(roomToJson(await roomAt(seq))).toEqual(roomToJson(roomAfter(entries.slice(0, seq))))

  const more = record([raised('a3')], stamp, await journal.head(), sha256)
  await journal.append(more, await journal.head())
  const room = roomAfter([...entries, ...more])
  await createSnapshotWriter(journal.file)(room)
  expect(await journal.snapshotAt(6)).toMatchObject({ seq: 6, register: expect.any(String) })
  expect(
    roomToJson((await createSnapshotLoader({ journal, sha256 })(6))?.room ?? emptyRoom),
  ).toEqual(roomToJson(room))
  await journal.close()
  expect(verifyJournal(file)).toMatchObject({ ok: true, count: 6 })
})

it('A journal of before journals had ids verifies, replays with the ids it has, and goes on with ids of its own', async () => {
  const unitId = '5b0f6c7e-32f5-4b61-9a2d-7d1c6f0e8a14'
  const place = { type: 'town', town: 'Qarshi' } as const
  const row = { rule: 'power-cut', kind: 'power', place, priority: 3, since: 1_000 } as const
  const older = record(
    [
      { type: 'unit-founded', data: { unitId, name: 'Unit', demo: false } },
      sites(site('site-1')),
      raised('a1'),
      { type: 'fold-opened', data: { foldId: 'fold-4', ...row } },
      { type: 'alarm-folded', data: { alarmId: 'a1', foldId: 'fold-4' } },
    ],
    stamp,
    { seq: 0, hash: genesisHash },
    sha256,
  )
  const file = join(folder, 'without-id.db')
  writeLayout3(file, older).close()

  const journal = openSqliteJournal(file)
  const room = roomAfter(older)
  expect(await createRoomAt(journal, roomTexts())(5)).toEqual(room)
  expect([...room.bundles.keys()]).toEqual(['fold-4'])
  const next = ownId(room, 'fold')
  expect(next).toBe('fold-5b0f6c7e-32f5-6')
  const more = record(
    [{ type: 'fold-opened', data: { foldId: next, ...row } }],
    stamp,
    await journal.head(),
    sha256,
  )
  await journal.append(more, await journal.head())
  expect([...(await createRoomAt(journal, roomTexts())(6)).bundles.keys()]).toEqual([
    'fold-4',
    next,
  ])
  await journal.close()
  expect(verifyJournal(file)).toMatchObject({ ok: true, count: 6 })
})
