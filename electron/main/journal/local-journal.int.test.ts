import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../node/sha256'
import { openDatabase } from '../../../node/sqlite'
import { genesisHash } from '../../../shared/journal/entry'
import type { JournalHead } from '../../../shared/journal/journal-port'
import { record } from '../../../shared/journal/recorder'
import { checkQuestion } from '../../../shared/records/answer'
import { emptyRoom } from '../../../shared/room/empty-room'
import type { Entry, RoomEvent } from '../../../shared/room/events'
import { evolveAll } from '../../../shared/room/evolve'
import { roomToJson } from '../../../shared/room/parts'
import type { Position } from '../../../shared/teams/position'
import { officer, raised, signalAdded, site, sites } from '../../../shared/testing/builders'
import { wholeOfDesk } from '../../../shared/testing/whole-of-desk'
import { createManualClock, type ManualClock } from '../../../shared/timeline/manual-clock'
import { createCardText } from '../link/card-text'
import { createRoomHolder, type RoomHolder } from '../link/room-holder'
import { type LocalJournal, openLocalJournal } from './local-journal'

const folder = mkdtempSync(join(tmpdir(), 'navbatchi-copy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const founded: RoomEvent = {
  type: 'unit-founded',
  data: { unitId: 'unit-1', name: 'Unit', demo: true },
}
/** Entries a second apart from 1 s, chained. */
function chained(events: readonly RoomEvent[]): readonly Entry[] {
  let after: JournalHead = { seq: 0, hash: genesisHash }
  return events.flatMap((event, index) => {
    const stamp = { by: officer, at: (index + 1) * 1_000, notBefore: 0, cause: null }
    const entries = record([event], stamp, after, sha256)
    after = entries.at(-1) ?? after
    return entries
  })
}
const entries = chained([
  founded,
  sites(site('site-1')),
  raised('a1'),
  raised('a2', 'site-1', { kind: 'fire' }),
])
const fix = (seconds: number): Position => ({
  teamId: 't1',
  lon: 65 + seconds / 100,
  lat: 38,
  at: seconds * 1_000,
  speed: 10,
  heading: null,
})

const wholeOf = (holder: RoomHolder) => wholeOfDesk(holder.room(), holder.card)

/** As the main process takes up the room at the end of the copy, and the cards after it. */
async function takenUp(journal: LocalJournal) {
  const holder = createRoomHolder()
  const last = await journal.lastRoom()
  if (last) holder.replace(last.room, last.hash, last.tail)
  await createCardText(holder, journal.registerText).here()
  return holder
}

describe('the local copy of the journal', () => {
  let journal: LocalJournal
  let clock: ManualClock
  let unit = 0
  beforeEach(async () => {
    unit += 1
    clock = createManualClock(0)
    journal = await openLocalJournal(folder, `unit:${unit}`, undefined, clock)
  })
  afterEach(() => journal.close())

  it('keeps what follows and passes over what it has', async () => {
    await journal.append(entries.slice(0, 3))
    expect(await journal.append(entries.slice(1))).toEqual({
      seq: 4,
      hash: entries[3]?.hash,
      fault: null,
      stopped: false,
    })
  })
  it('stops at an entry that was changed on its way, and says so in words', async () => {
    await journal.append(entries.slice(0, 2))
    const changed = entries.slice(2).map((entry) => ({ ...entry, at: entry.at + 1 }))
    expect(await journal.append(changed)).toMatchObject({
      seq: 2,
      stopped: true,
      fault: { text: expect.stringContaining('entry 3') },
    })
    expect(await journal.append(entries.slice(2))).toMatchObject({ seq: 2, stopped: true })
  })
  it('does not leave a gap', async () => {
    expect(await journal.append(entries.slice(1))).toMatchObject({ seq: 0, stopped: true })
  })
  it('goes on where it was after it is opened again, and shows the room it had', async () => {
    await journal.append(entries)
    await journal.close()
    clock = createManualClock(0)
    journal = await openLocalJournal(folder, `unit:${unit}`, undefined, clock)
    expect((await journal.state()).seq).toBe(4)
    expect((await journal.lastRoom())?.hash).toBe(entries[3]?.hash)
    expect(roomToJson(wholeOf(await takenUp(journal)))).toEqual(
      roomToJson(evolveAll(emptyRoom, entries)),
    )
  })
  it('leaves out the text of a register whose columns are kept, and gives it when it is asked for', async () => {
    await journal.append(chained([founded, sites(site('of-kept-columns'))]))
    const [first, second] = [await journal.lastRoom(), await journal.lastRoom()]
    expect(first?.room.register).toContain('of-kept-columns')
    expect(second?.room).toEqual({ ...first?.room, register: null })
    const version = second?.room.version ?? ''
    expect(await journal.registerText(version)).toBe(first?.room.register)
    expect(await journal.registerText('another')).toBeNull()
  })
  it('goes back to the entries after it was asked for the text of a register that is damaged', async () => {
    await journal.append(chained([founded, sites(site('of-damaged-text'))]))
    const { version = '' } = (await journal.lastRoom())?.room ?? {}
    const database = openDatabase(join(folder, `journal-unit_${unit}.db`))
    database.exec("UPDATE registers SET text = x'00'")
    database.close()
    expect((await journal.lastRoom())?.room.register).toBeNull()
    expect(await journal.registerText(version)).toBeNull()
    expect((await journal.lastRoom())?.room.register).toContain('of-damaged-text')
  })
  it('hands a stored room on as it is stored, with the entries behind it', async () => {
    const long = chained([
      founded,
      sites(site('site-1')),
      raised('a1'),
      ...Array.from({ length: 5_500 }, () => signalAdded('a1')),
    ])
    for (let at = 0; at < long.length; at += 1_000) await journal.append(long.slice(at, at + 1_000))
    const last = await journal.lastRoom()
    expect(last?.tail.length).toBeGreaterThan(0)
    expect(last?.tail.length).toBeLessThan(1_000)
    const holder = await takenUp(journal)
    expect(holder.have()).toMatchObject({ seq: long.length, hash: long.at(-1)?.hash })
    expect(roomToJson(wholeOf(holder))).toEqual(roomToJson(evolveAll(emptyRoom, long)))
  })
  it('stores the room it had to fold for a start, and again when sites were registered since', async () => {
    await journal.append(entries)
    expect(await journal.lastRoom()).toMatchObject({ hash: entries[3]?.hash, tail: [] })
    const more = chained([
      founded,
      sites(site('site-1')),
      raised('a1'),
      raised('a2', 'site-1', { kind: 'fire' }),
      raised('a3', 'site-1', { kind: 'gas' }),
      sites(site('site-2')),
    ])
    await journal.append(more.slice(0, 5))
    expect((await journal.lastRoom())?.tail.map(({ seq }) => seq)).toEqual([5])
    await journal.append(more)
    expect(await journal.lastRoom()).toMatchObject({ hash: more[5]?.hash, tail: [] })
    expect(roomToJson(wholeOf(await takenUp(journal)))).toEqual(
      roomToJson(evolveAll(emptyRoom, more)),
    )
  })
  it('shows the room and the cars as they were at an instant', async () => {
    await journal.append(entries)
    journal.track([fix(1), fix(3)])
    const { room, positions } = await journal.frame(3_500)
    expect(roomToJson(room)).toEqual(roomToJson(evolveAll(emptyRoom, entries.slice(0, 3))))
    expect(positions).toEqual([fix(3)])
    expect((await journal.frame(2_000)).positions).toEqual([fix(1)])
    expect(await journal.frame(500)).toEqual({ room: emptyRoom, positions: [] })
  })
  it('tells what happened between two instants', async () => {
    await journal.append(entries)
    journal.track([fix(1), fix(3), fix(5)])
    expect(await journal.page(1, 1_000, 3_000)).toEqual({
      entries: entries.slice(1, 3),
      positions: [fix(3)],
      more: false,
    })
    expect(await journal.page(4, 5_000, 9_000)).toEqual({ entries: [], positions: [], more: false })
    expect(await journal.span()).toEqual({ from: 1_000, to: 4_000 })
  })
  it('has nothing to replay while it is empty', async () => {
    expect(await journal.span()).toBeNull()
    expect(await journal.lastRoom()).toBeNull()
  })
  it('gives a long span in pages, and finds any instant of it from the nearest stored room', async () => {
    const many = chained([
      founded,
      sites(site('site-1')),
      ...Array.from({ length: 11_000 }, (_, n) => raised(`a${n}`)),
    ])
    for (let from = 0; from < many.length; from += 1_000)
      await journal.append(many.slice(from, from + 1_000))
    const first = await journal.page(0, 0, 1e12)
    expect(first).toMatchObject({ more: true, entries: { length: 2_000 } })
    for (const seq of [3, 4_999, 5_000, 7_777, 10_001, 11_002])
      expect((await journal.frame(seq * 1_000)).room).toMatchObject({
        seq,
        alarms: { size: Math.max(0, seq - 2) },
      })
  })

  it('keeps records of it, which answer without a hub and as of any entry', async () => {
    const ask = (request: object) => {
      const checked = checkQuestion('alarms', request)
      if (!checked.ok) throw checked.error
      return JSON.parse(journal.records(checked.question))
    }
    await journal.append(entries)
    expect(ask({})).toEqual({ rows: [], next: null, seq: 0, behind: 4 })
    clock.advance(1_000)
    expect(ask({ siteId: 'site-1' })).toMatchObject({
      rows: [{ alarmId: 'a2', kind: 'fire' }, { alarmId: 'a1' }],
      ...{ seq: 4, behind: 0 },
    })
    expect(ask({ upTo: 3 })).toMatchObject({ rows: [{ alarmId: 'a1' }], seq: 3, behind: 0 })
  })
})
