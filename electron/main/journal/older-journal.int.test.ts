import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { roomTexts } from '../../../node/room-texts'
import { sha256 } from '../../../node/sha256'
import { createSnapshotWriter } from '../../../node/snapshot-writer'
import { openDatabase } from '../../../node/sqlite'
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
import type { Room } from '../../../shared/room/room'
import { officer, raised, site, sites } from '../../../shared/testing/builders'
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
const roomAfter = (entries: readonly AnyEntry[]): Room => evolveAll(emptyRoom, entries.map(upcast))
const snapshotText = canonical(roomToJson(roomAfter(before)))
const last = before.at(-1) ?? { seq: 0, at: 0, hash: genesisHash }
const taken = { type: 'snapshot-taken', data: { seq: 3, hash: sha256(snapshotText) } } as const
const entries = [...before, ...record([taken, raised('a2')], stamp, last, sha256)]

function writeLayout3(file: string): void {
  const database = openDatabase(file)
  database.exec(layout3)
  const insert = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?)')
  for (const entry of entries)
    insert.run(entry.seq, entry.at, entry.cause, entryBody(entry), entry.hash)
  database
    .prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)')
    .run(3, last.at, sha256(snapshotText), deflateRawSync(snapshotText), foldVersion)
  database.close()
}

it('A journal of the layout before registers were stored apart verifies, opens from its snapshot, replays the same and goes on', async () => {
  const file = join(folder, 'layout-3.db')
  writeLayout3(file)
  expect(verifyJournal(file)).toMatchObject({ ok: true, count: 5 })

  const journal = openSqliteJournal(file)
  expect(verifyJournal(file)).toMatchObject({ ok: true, count: 5 })
  expect(createSnapshotLoader({ journal, sha256 })(5)?.head.seq).toBe(3)
  const roomAt = createRoomAt(journal, roomTexts())
  for (const seq of [5, 3, 1])
    expect(roomToJson(roomAt(seq))).toEqual(roomToJson(roomAfter(entries.slice(0, seq))))

  const more = record([raised('a3')], stamp, journal.head(), sha256)
  journal.append(more, journal.head())
  const room = roomAfter([...entries, ...more])
  await createSnapshotWriter(journal)(room)
  expect(journal.snapshotAt(6)).toMatchObject({ seq: 6, register: expect.any(String) })
  expect(roomToJson(createSnapshotLoader({ journal, sha256 })(6)?.room ?? emptyRoom)).toEqual(
    roomToJson(room),
  )
  journal.close()
  expect(verifyJournal(file)).toMatchObject({ ok: true, count: 6 })
})
