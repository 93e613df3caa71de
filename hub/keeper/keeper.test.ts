import { beforeEach, describe, expect, it } from 'vitest'
import type { Journal } from '../../shared/journal/journal-port'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import { snapshotOf } from '../../shared/journal/snapshot'
import type { Command, Envelope } from '../../shared/room/commands'
import { emptyRoom } from '../../shared/room/empty-room'
import type { Entry, RoomEvent } from '../../shared/room/events'
import { roomToJson } from '../../shared/room/parts'
import { createRoomTexts, hashOfWhole } from '../../shared/room/parts-text'
import { receiveSignal } from '../../shared/signals/receive'
import {
  acknowledge,
  officer,
  officer2,
  raised,
  receiver,
  signal,
  site,
  sites,
} from '../../shared/testing/builders'
import { pretendSha256 } from '../../shared/testing/journal-contract'
import { wholeSnapshot } from '../../shared/testing/whole-snapshot'
import { createManualClock, type ManualClock } from '../../shared/timeline/manual-clock'
import { type KeeperParts, openKeeper } from './keeper'
import { type Keeper, NotStored } from './keeper-port'

/** A journal on a disk that can be full, and that counts its commits. */
function journalOnDisk() {
  const memory = createMemoryJournal()
  const disk = { full: false, commits: 0 }
  const write = () => {
    if (disk.full) throw new Error('the disk is full')
  }
  const journal: Journal = {
    ...memory,
    async append(entries, after) {
      write()
      disk.commits += 1
      return memory.append(entries, after)
    },
  }
  return { journal, disk, probe: write }
}

const envelope = (command: Command, commandId = 'command-1'): Envelope => ({
  commandId,
  command,
  issuedAt: 0,
})
const bell: RoomEvent[] = [sites(site('site-1')), raised('a1')]

/** Lets what was set off by a turned clock run to its end. */
const settle = () => new Promise((resume) => setImmediate(resume))

let on: ReturnType<typeof journalOnDisk>
let clock: ManualClock
let keeper: Keeper
const open = (parts: Partial<KeeperParts> = {}) =>
  openKeeper({ journal: on.journal, probe: on.probe, clock, sha256: pretendSha256, ...parts })
beforeEach(async () => {
  on = journalOnDisk()
  clock = createManualClock(1_000_000)
  keeper = await open()
})

describe('Recording', () => {
  it('resolves when the entries are stored, and only then moves the end clients are told of', async () => {
    const recording = keeper.record(() => bell, receiver)
    expect(keeper.room().alarms.size).toBe(1)
    expect([keeper.head().seq, keeper.durableRoom().alarms.size]).toEqual([0, 0])
    const entries = await recording
    expect(entries.map((entry) => [entry.seq, entry.type, entry.by.id])).toEqual([
      [1, 'sites-registered', 'dc09'],
      [2, 'alarm-raised', 'dc09'],
    ])
    expect([keeper.head().seq, keeper.durableRoom().alarms.size]).toEqual([2, 1])
    expect(await keeper.read(1, 10)).toEqual(entries.slice(1))
  })

  it('lets everything that arrives in one turn of the loop share a commit, each judged by what came before', async () => {
    await keeper.record(() => [sites(site('site-1'))], receiver)
    const arrive = (id: string) =>
      keeper.record(
        (room) => receiveSignal(room, signal('0001', { signalId: id }), { alarmId: id, at: 1_000 }),
        receiver,
      )
    const all = await Promise.all(['s1', 's2', 's3'].map(arrive))
    expect(on.disk.commits).toBe(2)
    expect(all.flat().map((entry) => entry.type)).toEqual([
      'signal-received',
      'alarm-raised',
      'signal-received',
      'alarm-signal-added',
      'signal-received',
      'alarm-signal-added',
    ])
  })

  it('tells listeners of each commit in order, after it is stored', async () => {
    const heard: (readonly Entry[])[] = []
    const end = keeper.onEntries((entries) => heard.push(entries))
    const [first] = await Promise.all([
      keeper.record(() => bell, receiver),
      keeper.record(() => [raised('a2')], receiver),
    ])
    end()
    await keeper.record(() => [raised('a3')], receiver)
    expect(heard.map((entries) => entries.map((entry) => entry.seq))).toEqual([[1, 2, 3]])
    expect(heard[0]?.slice(0, 2)).toEqual(first)
  })

  it('is not stopped by a listener that fails', async () => {
    const faults: string[] = []
    keeper = await open({ onFault: (text) => faults.push(text) })
    keeper.onEntries(() => {
      throw new Error('listener')
    })
    await expect(keeper.record(() => bell, receiver)).resolves.toHaveLength(2)
    expect(faults).toEqual(['A listener of new entries failed'])
  })

  it('refuses what would wait behind too much', async () => {
    keeper = await open({ queueLimit: 2 })
    const tries = [1, 2, 3].map((at) => keeper.record(() => [raised(`a${at}`)], receiver))
    const results = await Promise.allSettled(tries)
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(results[2]).toMatchObject({ reason: expect.any(NotStored) })
    expect(keeper.room().alarms.size).toBe(2)
  })
})

describe('A command', () => {
  beforeEach(() => keeper.record(() => bell, receiver))

  it('is answered with the seq of its last entry once that is stored', async () => {
    expect(await keeper.command(envelope(acknowledge('a1')), officer)).toEqual({
      result: 'ok',
      seq: 4,
      notice: null,
    })
    expect(await keeper.read(2, 10)).toMatchObject([
      { type: 'alarm-acknowledged', by: officer, cause: 'command-1' },
      { type: 'incident-opened', cause: 'command-1' },
    ])
  })

  it('takes effect once however often it is sent, also after a restart', async () => {
    const send = () => keeper.command(envelope(acknowledge('a1')), officer)
    const replies = await Promise.all([send(), send()])
    keeper = await open()
    expect([...replies, await send()]).toEqual(
      Array(3).fill({ result: 'ok', seq: 4, notice: null }),
    )
    expect(keeper.head().seq).toBe(4)
  })

  it('is refused with a reason, without an entry', async () => {
    const reply = await keeper.command(envelope(acknowledge('nothing')), officer)
    expect(reply).toMatchObject({
      result: 'refused',
      refusal: { code: expect.any(String), text: expect.any(String) },
    })
    expect(keeper.head().seq).toBe(2)
  })

  it('that comes second is told who was first', async () => {
    const [, second] = await Promise.all([
      keeper.command(envelope(acknowledge('a1'), 'c-1'), officer),
      keeper.command(envelope(acknowledge('a1'), 'c-2'), officer2),
    ])
    expect(second).toMatchObject({
      result: 'ok',
      notice: { text: expect.stringContaining(officer.name) },
    })
  })
})

describe('When the disk is full', () => {
  beforeEach(async () => {
    await keeper.record(() => bell, receiver)
    on.disk.full = true
  })

  it('nothing that waited has happened, and everyone who waited is told', async () => {
    const states = [keeper.storage().ok]
    keeper.onStorage((state) => states.push(state.ok))
    const recording = keeper.record(() => [raised('a2')], receiver)
    const reply = keeper.command(envelope(acknowledge('a1')), officer)
    await expect(recording).rejects.toThrow(NotStored)
    expect(await reply).toMatchObject({
      result: 'refused',
      refusal: {
        code: 'not-stored',
        text: 'The hub cannot store anything: the disk is full. Nothing was recorded.',
      },
    })
    expect(roomToJson(keeper.room())).toEqual(roomToJson(keeper.durableRoom()))
    expect(keeper.room().alarms.get('a1')?.phase).toBe('raised')
    expect(states).toEqual([true, false])
    expect(keeper.storage()).toMatchObject({
      ok: false,
      text: expect.stringContaining('the disk is full'),
    })
  })

  it('nobody is told that a colleague was first when that was not stored', async () => {
    const [, second] = await Promise.all([
      keeper.command(envelope(acknowledge('a1'), 'c-1'), officer),
      keeper.command(envelope(acknowledge('a1'), 'c-2'), officer2),
    ])
    expect(second).toMatchObject({ result: 'refused', refusal: { code: 'not-stored' } })
  })

  it('works again from the first attempt that succeeds, without a restart', async () => {
    await keeper.command(envelope(acknowledge('a1')), officer)
    on.disk.full = false
    expect(await keeper.command(envelope(acknowledge('a1')), officer)).toMatchObject({
      result: 'ok',
      seq: 4,
    })
  })

  it('does not flutter while only small commits fit: the probe alone ends the trouble', async () => {
    let roomForProbe = false
    keeper = await open({
      probe: () => {
        if (!roomForProbe) throw new Error('the disk is full')
      },
    })
    const states: boolean[] = []
    keeper.onStorage((state) => states.push(state.ok))
    for (const fits of [false, true, false, true]) {
      on.disk.full = !fits
      await keeper.record(() => [raised(`small-${clock.now()}`)], receiver).catch(() => {})
      clock.advance(3_000)
      await settle()
    }
    expect(states).toEqual([false])
    roomForProbe = true
    clock.advance(2_000)
    await settle()
    expect(states).toEqual([false, true])
  })

  it('tells whoever waits and every listener, also when one of them fails', async () => {
    const faults: string[] = []
    const states: boolean[] = []
    keeper = await open({ onFault: (text) => faults.push(text) })
    keeper.onStorage(() => {
      throw new Error('the log is on the full disk too')
    })
    keeper.onStorage((state) => states.push(state.ok))
    await expect(keeper.record(() => [raised('a2')], receiver)).rejects.toThrow(NotStored)
    expect([faults, states]).toEqual([['A listener of the storage state failed'], [false]])
  })

  it('it ends by itself within two seconds of room on the disk when nothing arrives', async () => {
    const failed = keeper.record(() => [raised('a2')], receiver)
    await expect(failed).rejects.toThrow('the disk is full')
    const { since } = keeper.storage()
    clock.advance(10_000)
    await settle()
    expect(keeper.storage()).toMatchObject({ ok: false, since })
    on.disk.full = false
    clock.advance(2_000)
    await settle()
    expect(keeper.storage()).toMatchObject({ ok: true, since: since + 12_000 })
  })
})

describe('Snapshots', () => {
  const fill = async (count: number) => {
    for (let at = 0; at < count; at += 1_000)
      await keeper.record(
        () => Array.from({ length: 1_000 }, (_, i) => raised(`a${at + i}`, `site-${at + i}`)),
        receiver,
      )
  }
  const newest = async () => (await on.journal.snapshotAt(Number.MAX_SAFE_INTEGER))?.seq ?? 0

  it('are taken after 10,000 entries, once nothing has come for two seconds', async () => {
    await fill(9_000)
    clock.advance(60_000)
    expect(await newest()).toBe(0)
    await fill(1_000)
    clock.advance(1_999)
    await keeper.record(() => [raised('late')], receiver)
    clock.advance(1_999)
    expect(await newest()).toBe(0)
    clock.advance(1)
    expect(await newest()).toBe(10_001)
  })

  it('count each site of a registration, so that no start folds a large register anew', async () => {
    const register = Array.from({ length: 10 }, (_, part) =>
      sites(...Array.from({ length: 1_000 }, (_, n) => site(`s${part}-${n}`))),
    )
    await keeper.record(() => register, receiver)
    clock.advance(2_000)
    expect(await newest()).toBe(keeper.room().seq - 1)
  })

  it('do not wait for quiet for ever', async () => {
    await fill(50_000)
    expect(await newest()).toBe(50_000)
  }, 60_000)

  it('are taken when the hub stops, and the room is the same after reopening', async () => {
    await fill(2_000)
    const before = roomToJson(keeper.room())
    await keeper.close()
    expect(await newest()).toBe(2_000)
    expect(roomToJson((await open()).room())).toEqual({ ...before, seq: 2_001 })
  })

  it('are named by an entry with their hash', async () => {
    await fill(2_000)
    const texts = createRoomTexts(hashOfWhole(pretendSha256))
    const { hash } = snapshotOf(keeper.room(), texts, pretendSha256).snapshot
    await keeper.close()
    expect(await on.journal.read(2_000, 10)).toMatchObject([
      { type: 'snapshot-taken', data: { seq: 2_000, hash } },
    ])
  })

  it('that were rewritten together with their hash are passed over, since the chain names another', async () => {
    const faults: string[] = []
    await fill(2_000)
    const before = roomToJson(keeper.room())
    await keeper.close()
    const emptied = { ...before, alarms: [] }
    await on.journal.saveSnapshot(wholeSnapshot(emptied, pretendSha256))
    keeper = await open({ onFault: (text) => faults.push(text) })
    expect(keeper.room().alarms.size).toBe(2_000)
    expect(faults).toEqual([
      'No entry of the journal names the snapshot at entry 2000; an older one is used',
    ])
  })

  it('that somebody put behind the last entry hide nothing either', async () => {
    await keeper.record(() => bell, receiver)
    const forged = { ...roomToJson(keeper.room()), alarms: [] }
    await on.journal.saveSnapshot(wholeSnapshot(forged, pretendSha256))
    expect((await open()).room().alarms.size).toBe(1)
  })

  it('that are not what was written are passed over, with a complaint', async () => {
    const faults: string[] = []
    await keeper.record(() => bell, receiver)
    const forged = { ...roomToJson(keeper.room()), alarms: [] }
    await on.journal.saveSnapshot(wholeSnapshot(forged, pretendSha256, 'another'))
    keeper = await open({ onFault: (text) => faults.push(text) })
    expect(keeper.room().alarms.size).toBe(1)
    expect(faults).toEqual([
      'The snapshot at entry 2 is not what was written; an older one is used',
    ])
  })
})

describe('Opening', () => {
  it('starts from nothing on an empty journal', () => {
    expect(keeper.room()).toEqual(emptyRoom)
    expect(keeper.head().seq).toBe(0)
  })

  it('refuses a journal with an entry that does not hold, naming it', async () => {
    await keeper.record(() => [...bell, raised('a2', 'site-2')], receiver)
    const journal: Journal = {
      ...on.journal,
      read: async (after, limit) =>
        (await on.journal.read(after, limit)).map((entry) =>
          entry.seq === 2 ? { ...entry, at: 1 } : entry,
        ),
    }
    await expect(open({ journal })).rejects.toThrow('is damaged at entry 2: entry 2')
  })

  it('never goes back in time when the clock was set back, says so, and goes on', async () => {
    await keeper.record(() => bell, receiver)
    expect([keeper.clockBehind(), keeper.storage().text]).toEqual([0, ''])
    clock = createManualClock(5)
    keeper = await open()
    expect(keeper.clockBehind()).toBe(999_995)
    expect(keeper.storage()).toMatchObject({
      ok: true,
      text: expect.stringContaining('17 min behind its journal'),
    })
    expect(await keeper.record(() => [raised('a2')], receiver)).toMatchObject([
      { seq: 3, at: 1_000_000 },
    ])
  })
})
