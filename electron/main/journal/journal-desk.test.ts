import { describe, expect, it } from 'vitest'
import type { LocalJournalState } from '../../../shared/ipc/contract'
import { sentence } from '../../../shared/lang/decision'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { turn } from '../link/outbox-contract'
import { silentLog } from '../log'
import { createJournalDesk } from './journal-desk'

const diskFull = sentence('trouble-disk-full', 'The disk is full')
const room = { hash: 'a'.repeat(64), room: { seq: 7 } }

/** A desk on journal processes that open or not, as the test says. */
function desk(given = { opens: false }) {
  const clock = createManualClock()
  const states: LocalJournalState[] = []
  const asked: string[] = []
  const process = { die: (_code: number) => {} }
  const journal = createJournalDesk({
    clock,
    log: silentLog,
    history: async () => [],
    onState: (state) => states.push(state),
    start() {
      let hear: (message: unknown) => void = () => {}
      return {
        onMessage: (listener) => {
          hear = listener
        },
        onExit: (listener) => {
          process.die = listener
        },
        post(message) {
          const { id, name, request } = message as {
            id: number
            name: string
            request: { unit?: string }
          }
          asked.push(`${name} ${request.unit ?? ''}`.trim())
          const opened = { seq: 7, hash: room.hash, fault: null, stopped: false }
          if (name === 'open' && !given.opens) hear({ id, error: diskFull })
          else hear({ id, text: JSON.stringify(name === 'open' ? opened : room) })
        },
        end: () => {},
        kill: () => {},
      }
    },
  })
  return { clock, states, asked, process, journal, given }
}
const settled = async (clock: { advance(ms: number): void }, ms: number) => {
  await turn()
  clock.advance(ms)
  await turn()
}

describe('the desk of the local journal', () => {
  it('says why the copy cannot be opened, and opens it once it can', async () => {
    const { clock, states, journal, given } = desk()
    const shown = journal.openUnit('unit-1')
    await settled(clock, 5_000)
    expect(states.at(-1)?.fault).toMatchObject({
      code: 'copy-not-opened',
      because: diskFull,
      text: expect.stringContaining('The disk is full'),
    })
    given.opens = true
    await settled(clock, 5_000)
    expect(await shown).toEqual(room)
    expect(states.at(-1)).toMatchObject({ fault: null, seq: 7 })
  })
  it('opens a unit once, however often it is asked to', async () => {
    const { asked, journal } = desk({ opens: true })
    const first = journal.openUnit('unit-1')
    expect(await journal.openUnit('unit-1')).toBeNull()
    expect(await first).toEqual(room)
    expect(asked).toEqual(['open unit-1', 'lastRoom'])
  })
  it('opens it anew in a process that took the place of one that died, also when that fails at first', async () => {
    const { clock, asked, journal, process, states, given } = desk({ opens: true })
    await journal.openUnit('unit-1')
    given.opens = false
    process.die(1)
    expect(states.at(-1)?.fault?.text).toContain('started again')
    await settled(clock, 100)
    given.opens = true
    await settled(clock, 5_000)
    expect(states.at(-1)).toMatchObject({ fault: null, seq: 7 })
    expect(asked.filter((name) => name === 'open unit-1')).toHaveLength(3)
  })
  it('opens what was asked for while no process was there', async () => {
    const { clock, journal, process } = desk({ opens: true })
    process.die(1)
    const shown = journal.openUnit('unit-1')
    await settled(clock, 100)
    expect(await shown).toEqual(room)
  })
  it('opens the unit asked for last', async () => {
    const { clock, asked, journal, given } = desk()
    const first = journal.openUnit('unit-1')
    await turn()
    const second = journal.openUnit('unit-2')
    given.opens = true
    await settled(clock, 5_000)
    expect(await first).toBeNull()
    expect(await second).toEqual(room)
    expect(asked.filter((name) => name === 'lastRoom')).toHaveLength(1)
  })
  it('tries no more once it is stopped', async () => {
    const { clock, asked, journal, process } = desk()
    const shown = journal.openUnit('unit-1')
    await turn()
    const stopping = journal.stop()
    process.die(0)
    await stopping
    expect(await shown).toBeNull()
    await settled(clock, 60_000)
    expect(asked).toHaveLength(1)
  })
})
