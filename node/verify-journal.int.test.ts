import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonical } from '../shared/journal/canonical'
import { chainFault } from '../shared/journal/chain'
import { genesisHash } from '../shared/journal/entry'
import { record } from '../shared/journal/recorder'
import { snapshotOf } from '../shared/journal/snapshot'
import { tableOf } from '../shared/lang/table'
import { emptyRoom } from '../shared/room/empty-room'
import { upcast } from '../shared/room/events'
import { evolveAll } from '../shared/room/evolve'
import { roomToJson } from '../shared/room/parts'
import { officer, raised, site } from '../shared/testing/builders'
import { openJournalFile } from './journal-file'
import { roomTexts } from './room-texts'
import { sha256 } from './sha256'
import { createSnapshotWriter } from './snapshot-writer'
import { openDatabase } from './sqlite'
import { divideJournal, journalEnd, verifyJournal, verifyPart } from './verify-journal'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-verify-'))
const whole = join(folder, 'whole.db')
const copy = join(folder, 'copy.db')
afterAll(() => rmSync(folder, { recursive: true }))

/**
 * 300 entries over many database pages, three snapshots; closed, so that everything is in the one
 * file.
 */
beforeAll(() => {
  const journal = openJournalFile(whole)
  let room = emptyRoom
  for (let batch = 0; batch < 3; batch++) {
    const events = Array.from({ length: 100 }, (_, at) =>
      raised(`a-${batch}-${at}`, 'site-1', { meaning: 'x'.repeat(at) }),
    )
    const stamp = { by: officer, at: batch, notBefore: 0, cause: `c-${batch}` }
    journal.append(record(events, stamp, journal.head(), sha256), journal.head())
    room = evolveAll(room, journal.read(batch * 100, 100).map(upcast))
    const json = roomToJson(room)
    journal.saveSnapshot({
      seq: room.seq,
      at: room.at,
      hash: sha256(canonical(json)),
      register: null,
      text: canonical(json),
    })
  }
  journal.close()
})

/** A copy in which one bit of the first occurrence of `text` is another. */
function flipBitIn(text: string, offset = 0): void {
  const bytes = readFileSync(whole)
  const at = bytes.indexOf(text) + offset
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(copy, bytes)
}

/** A copy changed by SQL, as somebody with the file and a database tool would. */
function tamper(sql: string): void {
  copyFileSync(whole, copy)
  const database = openDatabase(copy)
  database.exec(`DROP TRIGGER entries_unchangeable; DROP TRIGGER entries_undeletable; ${sql}`)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}

let odd = 0
/** A journal of one entry with this text, hashed rightly. */
function fileWith(body: string): string {
  const file = join(folder, `odd-${++odd}.db`)
  openJournalFile(file).close()
  const database = openDatabase(file)
  database
    .prepare('INSERT INTO entries VALUES (1, 1, NULL, ?, ?)')
    .run(body, sha256(genesisHash + body))
  database.close()
  return file
}

describe('Verifying a journal', () => {
  it('counts the entries of one that holds and names its end', () => {
    const journal = openJournalFile(whole)
    const { hash } = journal.head()
    journal.close()
    expect(verifyJournal(whole)).toEqual({ ok: true, count: 300, lastSeq: 300, lastHash: hash })
  })

  it('finds one flipped bit in what an entry says', () => {
    flipBitIn('"alarmId":"a-1-41"', 13)
    expect(verifyJournal(copy)).toMatchObject({ ok: false, seq: 142 })
  })

  it('finds one flipped bit in a stored hash', () => {
    const journal = openJournalFile(whole)
    const { hash = '' } = journal.read(76, 1)[0] ?? {}
    journal.close()
    flipBitIn(hash, 5)
    expect(verifyJournal(copy)).toMatchObject({ ok: false, seq: 77 })
  })

  it('finds what was changed, removed, put in or cut out with a database tool', () => {
    tamper(`UPDATE entries SET body = replace(body, 'a-0-7"', 'a-0-8"') WHERE seq = 8`)
    expect(verifyJournal(copy)).toMatchObject({ ok: false, seq: 8 })
    tamper('DELETE FROM entries WHERE seq = 200')
    expect(verifyJournal(copy)).toMatchObject({
      ok: false,
      seq: 200,
      reason: 'entry 200 is missing, 201 came instead',
    })
    tamper('DELETE FROM entries WHERE seq < 3')
    expect(verifyJournal(copy)).toMatchObject({ ok: false, seq: 1 })
    tamper('INSERT INTO entries SELECT 301, at, cause, body, hash FROM entries WHERE seq = 300')
    expect(verifyJournal(copy)).toMatchObject({ ok: false, seq: 301 })
  })

  it('finds columns that do not say what the entry says', () => {
    tamper('UPDATE entries SET at = at + 1 WHERE seq = 150')
    expect(verifyJournal(copy)).toMatchObject({
      ok: false,
      seq: 150,
      reason: expect.stringContaining('columns'),
    })
    tamper(`UPDATE entries SET cause = 'another' WHERE seq = 4`)
    expect(verifyJournal(copy)).toMatchObject({
      ok: false,
      seq: 4,
      reason: expect.stringContaining('columns'),
    })
  })

  it.each([
    ['with a space', '{"at":1, "by":{},"cause":null,"data":{},"seq":1,"type":"said","v":1}'],
    [
      'with keys in another order',
      '{"by":{},"at":1,"cause":null,"data":{},"seq":1,"type":"said","v":1}',
    ],
    [
      'with inner keys in another order',
      '{"at":1,"by":{},"cause":null,"data":[{"b":1,"a":1}],"seq":1,"type":"said","v":1}',
    ],
    [
      'with a member twice',
      '{"at":1,"by":{},"cause":null,"data":{"a":1,"a":2},"seq":1,"type":"said","v":1}',
    ],
    [
      'with a member too many',
      '{"at":1,"by":{},"cause":null,"data":{},"extra":1,"seq":1,"type":"said","v":1}',
    ],
    ['as no record', '[]'],
  ])('finds an entry that is hashed rightly but written otherwise: %s', (_how, body) => {
    expect(verifyJournal(fileWith(body))).toMatchObject({
      ok: false,
      seq: 1,
      reason: expect.stringContaining('canonical'),
    })
  })

  it('takes what canonical text can be: keys that are numbers, half an emoji, minus zero', () => {
    const data = {
      '10': '\ud83d',
      '9': 'Qoʻriqlash 🚨\n',
      text: '"\\\0',
      zero: -0,
      none: [null, {}],
    }
    const body = canonical({ at: 1, by: {}, cause: null, data, seq: 1, type: 'said', v: 1 })
    expect(verifyJournal(fileWith(body))).toMatchObject({ ok: true, count: 1 })
  })

  it('finds a snapshot that is not what was written', () => {
    tamper('UPDATE snapshots SET hash = upper(hash) WHERE seq = 200')
    expect(verifyJournal(copy)).toMatchObject({
      ok: false,
      seq: 200,
      reason: expect.stringContaining('snapshot'),
    })
    tamper("UPDATE snapshots SET room = x'00' WHERE seq = 300")
    expect(verifyJournal(copy)).toMatchObject({ ok: false, seq: 300 })
  })

  it('finds a register of sites that was rewritten, alone or with the snapshot that names it', async () => {
    copyFileSync(whole, copy)
    const journal = openJournalFile(copy)
    const room = evolveAll(emptyRoom, journal.read(0, 300).map(upcast))
    await createSnapshotWriter(journal)(room)
    expect(verifyJournal(copy)).toMatchObject({ ok: true, count: 300 })
    const other = { ...room, sites: tableOf([site('site-9')], ({ id }) => id) }
    const { snapshot, register } = snapshotOf(other, roomTexts(), sha256)
    journal.saveSnapshot(snapshot, register)
    journal.close()
    const reason = 'the snapshot at entry 300 is not the room its entries make'
    expect(verifyJournal(copy)).toEqual({ ok: false, seq: 300, reason })
    const database = openDatabase(copy)
    database.exec("UPDATE registers SET text = x'00'")
    database.close()
    expect(verifyJournal(copy)).toMatchObject({
      seq: 300,
      reason: expect.stringContaining('not what was written'),
    })
  })

  it('finds a snapshot that was rewritten with its hash, or dated otherwise', () => {
    copyFileSync(whole, copy)
    const journal = openJournalFile(copy)
    const stored = journal.snapshotAt(200)
    if (stored === null) throw new Error('There is no snapshot')
    const text = canonical({ ...JSON.parse(stored.text), alarms: [] })
    journal.saveSnapshot({ ...stored, hash: sha256(text), text })
    journal.close()
    const reason = 'the snapshot at entry 200 is not the room its entries make'
    expect(verifyJournal(copy)).toEqual({ ok: false, seq: 200, reason })
    // The part behind it starts from it; the part before it, which must hold too, finds it.
    expect(verifyPart(copy, { after: 100, until: 200 })).toEqual({ ok: false, seq: 200, reason })
    expect(verifyPart(copy, { after: 200, until: journalEnd })).toMatchObject({
      ok: false,
      seq: 300,
    })
    tamper('UPDATE snapshots SET at = at + 1 WHERE seq = 100')
    expect(verifyJournal(copy)).toMatchObject({
      seq: 100,
      reason: expect.stringContaining('another instant'),
    })
    tamper('UPDATE snapshots SET seq = 301 WHERE seq = 300')
    expect(verifyJournal(copy)).toMatchObject({
      seq: 301,
      reason: expect.stringContaining('does not have'),
    })
  })

  it('asks of a snapshot of other rules, or of a layout without them, only whether it is what was written', () => {
    const old = (sql: string) =>
      tamper(`UPDATE snapshots SET at = 1, room = (SELECT room FROM snapshots WHERE seq = 100),
        hash = (SELECT hash FROM snapshots WHERE seq = 100), fold = 0 WHERE seq = 200; ${sql}`)
    old('')
    expect(verifyJournal(copy)).toMatchObject({ ok: true, count: 300 })
    old('ALTER TABLE snapshots DROP COLUMN fold; PRAGMA user_version = 1')
    expect(verifyJournal(copy)).toMatchObject({ ok: true, count: 300 })
    old("UPDATE snapshots SET room = x'00' WHERE seq = 200")
    expect(verifyJournal(copy)).toMatchObject({ ok: false, seq: 200 })
  })

  it('divides a journal where snapshots stand', () => {
    expect(divideJournal(whole, 2)).toEqual([
      { after: 0, until: 100 },
      { after: 100, until: journalEnd },
    ])
    expect(divideJournal(join(folder, 'absent'), 2)).toEqual([{ after: 0, until: journalEnd }])
  })

  it('either finds a bit flipped anywhere in the file, or every entry still reads as it was written', () => {
    const original = readFileSync(whole)
    const intact = openJournalFile(whole)
    const entries = intact.read(0, 1_000)
    intact.close()
    // A fixed stride over the whole file, one bit each: pages, cells, indexes, headers, unused
    // space.
    for (let at = 20; at < original.length; at += 911) {
      const bytes = Buffer.from(original)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      writeFileSync(copy, bytes)
      if (!verifyJournal(copy).ok) continue
      const journal = openJournalFile(copy)
      expect(journal.read(0, 1_000)).toEqual(entries)
      expect(chainFault(journal.read(0, 1_000), { seq: 0, hash: genesisHash }, sha256)).toBeNull()
      journal.close()
    }
  })

  it('reads beside a writer that is at work, and sees all that is committed', () => {
    const file = join(folder, 'busy.db')
    const journal = openJournalFile(file)
    const stamp = { by: officer, at: 1, notBefore: 0, cause: null }
    journal.append(
      record([raised('a1'), raised('a2')], stamp, journal.head(), sha256),
      journal.head(),
    )
    expect(verifyJournal(file)).toMatchObject({ ok: true, count: 2 })
    journal.append(record([raised('a3')], stamp, journal.head(), sha256), journal.head())
    expect(verifyJournal(file)).toMatchObject({ ok: true, count: 3 })
    journal.close()
  })

  it('can be done in parts, each of which finds what is wrong within it', () => {
    const journal = openJournalFile(whole)
    const { hash } = journal.head()
    journal.close()
    const parts = [
      { after: 0, until: 100 },
      { after: 100, until: 200 },
      { after: 200, until: journalEnd },
    ]
    const seqs = () =>
      parts.map((part) => verifyPart(copy, part)).map((result) => (result.ok ? 'ok' : result.seq))
    copyFileSync(whole, copy)
    expect(seqs()).toEqual(['ok', 'ok', 'ok'])
    expect(verifyPart(copy, { after: 200, until: journalEnd })).toMatchObject({
      count: 100,
      lastHash: hash,
    })
    tamper("UPDATE entries SET body = body || ' ' WHERE seq = 150")
    expect(seqs()).toEqual(['ok', 150, 'ok'])
    // The border belongs to the part before; the part after it cannot start from what is not there.
    tamper('DELETE FROM entries WHERE seq = 100')
    expect(seqs()).toEqual([100, 100, 'ok'])
    tamper("UPDATE entries SET hash = lower(hash) || '0' WHERE seq = 200")
    expect(seqs()).toEqual(['ok', 200, 201])
  })

  it('says in words that a file is no journal', () => {
    const file = join(folder, 'junk')
    writeFileSync(file, 'hello '.repeat(1_000))
    expect(verifyJournal(file)).toEqual({
      ok: false,
      seq: null,
      reason: 'the file is not a database',
    })
    expect(verifyJournal(join(folder, 'absent'))).toMatchObject({ ok: false, seq: null })
  })
})
