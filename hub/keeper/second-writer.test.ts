import { beforeEach, describe, expect, it } from 'vitest'
import { chainFault } from '../../shared/journal/chain'
import { genesisHash } from '../../shared/journal/entry'
import type { Journal } from '../../shared/journal/journal-port'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import { record } from '../../shared/journal/recorder'
import type { Envelope } from '../../shared/room/commands'
import type { Entry } from '../../shared/room/events'
import { roomToJson } from '../../shared/room/parts'
import {
  acknowledge,
  officer,
  officer2,
  raised,
  receiver,
  site,
  sites,
} from '../../shared/testing/builders'
import { pretendSha256 } from '../../shared/testing/journal-contract'
import { createManualClock, type ManualClock } from '../../shared/timeline/manual-clock'
import { type KeeperParts, openKeeper } from './keeper'
import { type Keeper, NotStored } from './keeper-port'

const acknowledging = (commandId: string): Envelope => ({
  commandId,
  command: acknowledge('a1'),
  issuedAt: 0,
})

/** Lets what was set off by a turned clock run to its end. */
const settle = () => new Promise((resume) => setImmediate(resume))

let journal: Journal
let clock: ManualClock
let one: Keeper
let other: Keeper
const open = (parts: Partial<KeeperParts> = {}) =>
  openKeeper({ journal, clock, sha256: pretendSha256, ...parts })
beforeEach(async () => {
  journal = createMemoryJournal()
  clock = createManualClock(1_000_000)
  one = await open()
  await one.record(() => [sites(site('site-1')), raised('a1')], receiver)
  other = await open()
})

describe('What was decided on an end of the journal that is no longer its end', () => {
  it('is decided again on the new room, and follows what was written first', async () => {
    await one.record(() => [raised('a2')], receiver)
    const [entry] = await other.record(({ alarms }) => [raised(`a${alarms.size + 1}`)], receiver)
    expect(entry).toMatchObject({ seq: 4, data: { alarmId: 'a3' } })
    expect(roomToJson(other.room())).toEqual(roomToJson(other.durableRoom()))
    expect([...other.room().alarms.keys()]).toEqual(['a1', 'a2', 'a3'])
  })

  it('tells the second of two officers who was first, although another program wrote that', async () => {
    await one.command(acknowledging('c-1'), officer)
    const reply = await other.command(acknowledging('c-2'), officer2)
    expect(reply).toMatchObject({
      result: 'ok',
      notice: { text: expect.stringContaining(officer.name) },
    })
    expect(await journal.head()).toMatchObject({ seq: 4 })
  })

  it('takes effect once when both were given the same command', async () => {
    const replies = await Promise.all([
      one.command(acknowledging('c-1'), officer),
      other.command(acknowledging('c-1'), officer),
    ])
    expect(replies).toEqual(Array(2).fill({ result: 'ok', seq: 4, notice: null }))
    expect(await journal.head()).toMatchObject({ seq: 4 })
  })

  it('shows listeners every entry once and in order, also those of the other program', async () => {
    const heard: (readonly Entry[])[] = []
    other.onEntries((entries) => heard.push(entries))
    await one.record(() => [raised('a2'), raised('a3')], receiver)
    await other.record(() => [raised('a4')], receiver)
    await one.record(() => [raised('a5')], receiver)
    await other.record(() => [raised('a6')], receiver)
    expect(heard.flat().map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7])
  })

  it('is in the journal once, in one chain, whoever of several wins how often', async () => {
    const keepers = [one, other, await open(), await open()]
    const ids = Array.from({ length: 40 }, (_, at) => `b${at}`)
    const recordOne = async (id: string, at: number) => {
      if (at % 3 === 0) await settle()
      await keepers[at % keepers.length]?.record(() => [raised(id, id)], receiver)
    }
    await Promise.all(ids.map(recordOne))
    const entries = await journal.read(0, 100)
    expect(chainFault(entries, { seq: 0, hash: genesisHash }, pretendSha256)).toBeNull()
    expect(entries.slice(2).map(({ data }) => (data as { alarmId: string }).alarmId)).toSatisfy(
      (found: readonly string[]) => found.toSorted().join() === ids.toSorted().join(),
    )
  })
})

describe('A journal that another program never stops writing to', () => {
  /** While it writes, it is always faster. */
  function rival() {
    const state = { writes: true }
    const stamp = { by: receiver, at: 1_000_000, notBefore: 0, cause: null }
    const append: Journal['append'] = async (entries, expected, bodies) => {
      const head = await journal.head()
      const alarm = raised(`r${head.seq}`)
      if (state.writes) await journal.append(record([alarm], stamp, head, pretendSha256), head)
      return journal.append(entries, expected, bodies)
    }
    return { state, append }
  }

  it('keeps nobody waiting for ever: whoever waits is told, and so is the room', async () => {
    const { state, append } = rival()
    other = await open({ journal: { ...journal, append } })
    const failed = other.record(() => [raised('a2')], receiver)
    await expect(failed).rejects.toThrow(NotStored)
    await expect(failed).rejects.toThrow('another program writes to the journal')
    expect(other.storage()).toMatchObject({
      ok: false,
      text: expect.stringContaining('another program'),
    })
    expect(roomToJson(other.room())).toEqual(roomToJson(other.durableRoom()))
    state.writes = false
    await other.record(() => [raised('a2')], receiver)
    clock.advance(2_000)
    await settle()
    expect(other.storage().ok).toBe(true)
  })
})

describe('A journal that no longer holds what this hub stored in it', () => {
  const journalOf = async (...alarmIds: readonly string[]): Promise<Journal> => {
    const made = createMemoryJournal()
    const stamp = { by: receiver, at: 1_000_000, notBefore: 0, cause: null }
    for (const id of alarmIds) {
      const head = await made.head()
      await made.append(record([raised(id)], stamp, head, pretendSha256), head)
    }
    return made
  }
  /** The file is exchanged under the hub. */
  async function exchangedFor(another: Journal) {
    let now = journal
    const journalNow: Journal = {
      ...journal,
      head: () => now.head(),
      read: (after, limit) => now.read(after, limit),
      append: (...given) => now.append(...given),
    }
    const keeper = await open({ journal: journalNow })
    const states: string[] = []
    keeper.onStorage(({ ok, text }) => states.push(ok ? 'ok' : text))
    now = another
    await expect(keeper.record(() => [raised('a2')], receiver)).rejects.toThrow(NotStored)
    for (let probes = 0; probes < 3; probes++) {
      clock.advance(2_000)
      await settle()
      await settle()
    }
    return { keeper, states, restore: () => (now = journal) }
  }

  it.each([
    ['is shorter', ['b1'], 'the journal no longer holds entry 2 as it was stored'],
    ['is as long', ['b1', 'b2'], 'the journal no longer holds entry 2 as it was stored'],
    [
      'is longer',
      ['b1', 'b2', 'b3'],
      'entry 3 is not what was written, or does not follow entry 2',
    ],
  ])('and %s keeps the alarm of the storage up, in one sentence', async (_, alarmIds, words) => {
    const { keeper, states } = await exchangedFor(await journalOf(...alarmIds))
    expect(states).toEqual([expect.stringContaining(words)])
    expect(keeper.storage()).toMatchObject({ ok: false, text: expect.stringContaining(words) })
  })

  it('ends the alarm by itself once it is put back', async () => {
    const { keeper, states, restore } = await exchangedFor(await journalOf('b1'))
    restore()
    clock.advance(2_000)
    await settle()
    await settle()
    expect(states.at(-1)).toBe('ok')
    await expect(keeper.record(() => [raised('a2')], receiver)).resolves.toHaveLength(1)
  })
})
