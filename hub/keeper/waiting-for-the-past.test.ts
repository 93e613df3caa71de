import { beforeEach, describe, expect, it } from 'vitest'
import type { Journal } from '../../shared/journal/journal-port'
import { createMemoryJournal } from '../../shared/journal/memory-journal'
import type { Command } from '../../shared/room/commands'
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
import { createManualClock } from '../../shared/timeline/manual-clock'
import { openKeeper } from './keeper'
import type { Keeper } from './keeper-port'
import type { Follow } from './matter'

/** Answers that are held back until they are let go. */
function heldBack() {
  const waiting: (() => void)[] = []
  return {
    waiting,
    hold: <Answer>(answer: Promise<Answer>): Promise<Answer> =>
      new Promise((resolve) => {
        waiting.push(() => resolve(answer))
      }),
  }
}

const settle = () => new Promise((resume) => setImmediate(resume))
const send = (keeper: Keeper, command: Command, commandId: string, by = officer) =>
  keeper.command({ commandId, command, issuedAt: 0 }, by)

let memory: Journal
beforeEach(() => {
  memory = createMemoryJournal()
})
const open = async (journal: Journal, follow: Follow = () => [], queueLimit = 100) => {
  const clock = createManualClock(1_000_000)
  const keeper = await openKeeper({ journal, clock, sha256: pretendSha256, follow, queueLimit })
  await keeper.record(() => [sites(site('site-1'), site('site-2')), raised('a1')], receiver)
  return keeper
}

describe('What follows from entries of the past', () => {
  /** An acknowledged alarm raises another at the place that the first entry names second. */
  const raiseBeside: Follow = (_, events, { entryAt }) => {
    if (!events.some(({ type }) => type === 'alarm-acknowledged')) return []
    const { sites } = (entryAt(1)?.data ?? { sites: [] }) as { sites: { id: string }[] }
    return sites.slice(1).map(({ id }) => raised('beside', id))
  }

  it('is decided once they are read, in the same commit', async () => {
    const keeper = await open(memory, raiseBeside)
    await send(keeper, acknowledge('a1'), 'c-1')
    expect(await keeper.read(2, 10)).toMatchObject([
      { type: 'alarm-acknowledged' },
      { type: 'incident-opened' },
      { type: 'alarm-raised', cause: 'c-1', data: { siteId: 'site-2' } },
    ])
  })

  it('is decided by the entries on their way to the disk too', async () => {
    const keeper = await openKeeper({
      journal: memory,
      clock: createManualClock(0),
      sha256: pretendSha256,
      follow: raiseBeside,
    })
    const first = keeper.record(() => [sites(site('site-1'), site('site-2'))], receiver)
    const second = keeper.record(() => [raised('a1')], receiver)
    const reply = send(keeper, acknowledge('a1'), 'c-1')
    await Promise.all([first, second, reply])
    expect(keeper.room().alarms.has('beside')).toBe(true)
  })

  it('holds up no alarm while they are being read, and is decided on the room after it', async () => {
    const { waiting, hold } = heldBack()
    const keeper = await open({ ...memory, pick: (seqs) => hold(memory.pick(seqs)) }, raiseBeside)
    const reply = send(keeper, acknowledge('a1'), 'c-1')
    await settle()
    expect(waiting).toHaveLength(1)
    const [alarm] = await keeper.record(() => [raised('a2', 'site-2')], receiver)
    waiting.shift()?.()
    expect([alarm?.seq, (await reply).result]).toEqual([3, 'ok'])
    expect(keeper.head().seq).toBe(6)
  })

  it('is not asked for without end', async () => {
    let seq = 0
    const everMore: Follow = (_, events, { entryAt }) => {
      if (events[0]?.type === 'alarm-acknowledged') entryAt(--seq)
      return []
    }
    const keeper = await open(memory, everMore)
    expect(await send(keeper, acknowledge('a1'), 'c-1')).toMatchObject({ result: 'refused' })
    expect(keeper.head().seq).toBe(2)
  })
})

describe('Whether a command took effect before', () => {
  it('is asked without holding up an alarm, and commands go on in the order they came', async () => {
    const { waiting, hold } = heldBack()
    const keeper = await open({ ...memory, seqOfCause: (id) => hold(memory.seqOfCause(id)) })
    const replies = [
      send(keeper, acknowledge('a1'), 'c-1'),
      send(keeper, acknowledge('a1'), 'c-2', officer2),
    ]
    await settle()
    expect(waiting).toHaveLength(2)
    await keeper.record(() => [raised('a2')], receiver)
    for (const answer of waiting.reverse()) answer()
    const [first, second] = await Promise.all(replies)
    expect(first).toMatchObject({ result: 'ok', notice: null })
    expect(second).toMatchObject({ notice: { text: expect.stringContaining(officer.name) } })
  })

  it('is asked of so many at once only: the others are refused, and nothing of them happens', async () => {
    const { waiting, hold } = heldBack()
    const journal = { ...memory, seqOfCause: (id: string) => hold(memory.seqOfCause(id)) }
    const keeper = await open(journal, () => [], 2)
    const sent = ['c-1', 'c-2', 'c-3'].map((id) => send(keeper, acknowledge('a1'), id))
    expect(await sent[2]).toMatchObject({ result: 'refused', refusal: { code: 'not-stored' } })
    for (const answer of waiting) answer()
    expect((await Promise.all(sent.slice(0, 2))).map(({ result }) => result)).toEqual(['ok', 'ok'])
  })

  it('refuses what cannot be looked up, in words, and goes on when it can', async () => {
    let broken = true
    const seqOfCause: Journal['seqOfCause'] = async (id) => {
      if (broken) throw new Error('the database does not answer')
      return memory.seqOfCause(id)
    }
    const keeper = await open({ ...memory, seqOfCause })
    expect(await send(keeper, acknowledge('a1'), 'c-1')).toMatchObject({
      refusal: { text: expect.stringContaining('the database does not answer') },
    })
    broken = false
    expect(await send(keeper, acknowledge('a1'), 'c-1')).toMatchObject({ result: 'ok' })
  })
})
