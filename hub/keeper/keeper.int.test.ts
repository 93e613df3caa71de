import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../node/sha256'
import { openDatabase, storageTrouble } from '../../node/sqlite'
import { openSqliteJournal } from '../../node/sqlite-journal'
import { verifyJournal } from '../../node/verify-journal'
import { roomToJson } from '../../shared/room/parts'
import { acknowledge, officer, raised, receiver, site, sites } from '../../shared/testing/builders'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { openKeeper } from './keeper'
import { NotStored } from './keeper-port'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-keeper-'))
afterAll(() => rmSync(folder, { recursive: true }))

let file = ''
let files = 0
const clock = createManualClock(1_000_000)
beforeEach(() => {
  file = join(folder, `${++files}.db`)
})

function open(maxBytes?: number) {
  const journal = openSqliteJournal(file, maxBytes === undefined ? {} : { maxBytes })
  return openKeeper({ journal, probe: journal.file.probe, explain: storageTrouble, clock, sha256 })
}

/**
 * Takes so much of the file that only a little is left of a quota of `maxBytes`; gives it back when
 * called.
 */
function occupy(bytes: number): () => void {
  const other = openDatabase(file)
  other.exec(`CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(${bytes}))`)
  return () => {
    other.exec('DROP TABLE filler')
    other.close()
  }
}

/** Lets what was set off by a turned clock run to its end. */
const settle = () => new Promise((resume) => setImmediate(resume))

const storm = () => Array.from({ length: 500 }, (_, at) => raised(`a${at}`, `site-${at}`))

describe('The keeper on a disk', () => {
  it('stores nothing when it is full, says so, and recovers by itself when there is room', async () => {
    await openSqliteJournal(file).close()
    const makeRoom = occupy(1_900_000)
    const keeper = await open(2_000_000)
    await keeper.record(() => [sites(site('site-1')), raised('a')], receiver)
    await expect(keeper.record(storm, receiver)).rejects.toThrow(NotStored)
    expect(keeper.storage()).toMatchObject({
      ok: false,
      text: expect.stringContaining('the disk is full'),
    })
    expect([keeper.head().seq, keeper.room().alarms.size]).toEqual([2, 1])
    clock.advance(10_000)
    await settle()
    expect(keeper.storage().ok).toBe(false)
    makeRoom()
    clock.advance(2_000)
    await settle()
    expect(keeper.storage().ok).toBe(true)
    await keeper.record(storm, receiver)
    await keeper.close()
    expect(verifyJournal(file)).toMatchObject({ ok: true, count: 502 })
  })

  it('carries a command out once, also when it is sent again after a restart', async () => {
    const envelope = { commandId: 'command-1', command: acknowledge('a'), issuedAt: 0 }
    const before = await open()
    await before.record(() => [sites(site('site-1')), raised('a')], receiver)
    const reply = await before.command(envelope, officer)
    await before.close()
    const after = await open()
    expect(await after.command(envelope, officer)).toEqual(reply)
    expect(after.head().seq).toBe(4)
    await after.close()
  })

  it('opens with the same room from a snapshot and the entries after it', async () => {
    const before = await open()
    await before.record(storm, receiver)
    await before.record(
      () => Array.from({ length: 600 }, (_, at) => raised(`b${at}`, `other-${at}`)),
      receiver,
    )
    const room = roomToJson(before.room())
    await before.close()
    const reopened = await open()
    // One entry more: the one that names the snapshot.
    expect(roomToJson(reopened.room())).toEqual({ ...room, seq: room.seq + 1 })
    await reopened.record(() => [raised('c', 'c')], receiver)
    await reopened.close()
    const again = await open()
    expect(again.room().alarms.size).toBe(1_101)
    await again.close()
    expect(verifyJournal(file)).toMatchObject({ ok: true, count: 1_102 })
  })
})
