import { describe, expect, it } from 'vitest'
import type { LocalJournalState } from '../../../shared/ipc/contract'
import type { AnyEntry } from '../../../shared/journal/entry'
import { type Refusal, sentence } from '../../../shared/lang/decision'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { silentLog } from '../log'
import { answerCalls, createCaller, type JournalCalls, type Port } from './calls'
import { createJournalCopy } from './journal-copy'
import type { CopyState } from './local-journal'

const entry = (seq: number): AnyEntry => ({
  seq,
  at: seq,
  by: { kind: 'system', id: 'hub', name: 'Hub' },
  cause: null,
  type: 'said',
  v: 1,
  data: null,
  hash: String(seq),
})
const run = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => entry(from + index))

/** Two ends of a line. */
function line(): [Port, Port] {
  const ends: ((message: unknown) => void)[] = []
  const end = (mine: number, other: number): Port => ({
    post: (message) => void Promise.resolve().then(() => ends[other]?.(structuredClone(message))),
    listen: (listener) => {
      ends[mine] = listener
    },
  })
  return [end(0, 1), end(1, 0)]
}

async function copying(hubJournal: readonly AnyEntry[], fault: Refusal | null = null) {
  const clock = createManualClock()
  const appended: number[] = []
  const asked: number[] = []
  const states: LocalJournalState[] = []
  let copied: CopyState = { seq: 0, hash: '', fault: null, stopped: false }
  const unused = () => {
    throw new Error('not asked here')
  }
  const calls: JournalCalls = {
    open: () => copied,
    append({ entries }) {
      if (fault !== null) copied = { ...copied, fault, stopped: true }
      else {
        appended.push(...entries.map(({ seq }) => seq))
        copied = { ...copied, seq: entries.at(-1)?.seq ?? copied.seq }
      }
      return copied
    },
    lastRoom: unused,
    registerText: unused,
    span: unused,
    frame: unused,
    page: unused,
    columns: unused,
    card: unused,
    records: unused,
    track: unused,
  }
  const [here, there] = line()
  answerCalls(there, calls)
  const copy = createJournalCopy({
    clock,
    log: silentLog,
    history: async ({ after, limit }) => {
      asked.push(after)
      return hubJournal.slice(after, after + limit)
    },
    onState: (state) => states.push(state),
  })
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) {
      for (let step = 0; step < 30; step++) await Promise.resolve()
      clock.advance(100)
    }
    for (let step = 0; step < 30; step++) await Promise.resolve()
  }
  const opening = copy.open(createCaller(here), 'unit-1')
  await opening
  return { copy, clock, appended, asked, states, pass }
}

describe('copying the journal', () => {
  it('fetches what it lacks page by page, then follows the live entries', async () => {
    const { copy, appended, asked, pass } = await copying(run(1, 2_500))
    copy.hubAt(2_500)
    await pass(1_000)
    expect(appended).toHaveLength(2_500)
    expect(asked).toEqual([0, 1_000, 2_000])
    copy.live(run(2_501, 2_503))
    copy.hubAt(2_503)
    await pass(500)
    expect(appended.slice(-3)).toEqual([2_501, 2_502, 2_503])
    expect(asked).toHaveLength(3)
    expect(copy.state()).toEqual({ seq: 2_503, hubSeq: 2_503, fault: null })
  })
  it('takes the live entries that came while it caught up without asking for them again', async () => {
    const { copy, appended, asked, pass } = await copying(run(1, 1_500))
    copy.hubAt(1_000)
    copy.live(run(1_001, 1_010))
    copy.hubAt(1_010)
    await pass(1_000)
    expect(asked).toEqual([0])
    expect(appended).toEqual(run(1, 1_010).map(({ seq }) => seq))
  })
  it('writes what comes within a fifth of a second together', async () => {
    const { copy, states, pass } = await copying([])
    for (let seq = 1; seq <= 20; seq++) copy.live([entry(seq)])
    await pass(400)
    expect(states.map(({ seq }) => seq)).toEqual([0, 20])
  })
  it('stops at a break in the chain and says why', async () => {
    const broken = sentence('copy-stopped', 'entry 1 is not what was written')
    const { copy, asked, pass } = await copying(run(1, 10), broken)
    copy.hubAt(10)
    await pass(20_000)
    expect(copy.state().fault?.text).toContain('entry 1')
    expect(asked).toEqual([0])
  })
  it('says that it is not kept while its process is away', async () => {
    const { copy } = await copying([])
    copy.close(sentence('copy-process-stopped', 'The local journal has stopped'))
    expect(copy.state().fault?.text).toBe('The local journal has stopped')
  })
})
