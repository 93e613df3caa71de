import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Print } from '../../../shared/paper/paper'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { paperHandlers } from './paper-handlers'

const live = { mode: 'live' } as const
const print: Print = {
  paper: { kind: 'log', from: 0, to: Date.UTC(2026, 0, 5, 23, 12) },
  format: 'pdf',
  language: 'en',
}

let folder: string
let file: string | null
let asked: string[]
let closed: number
let clock: ReturnType<typeof createManualClock>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paper-'))
  file = join(folder, 'log.pdf')
  asked = []
  closed = 0
  clock = createManualClock()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const handlers = () =>
  paperHandlers({
    clock,
    newId: () => 'job-1',
    files: {
      toSave: async (name) => {
        asked.push(name)
        return file
      },
    },
    open: () => ({
      pdf: async (foot) => new TextEncoder().encode(`pages with ${foot}`),
      close: () => {
        closed += 1
      },
    }),
  })
const turn = () => new Promise((resume) => setImmediate(resume))

describe('A report', () => {
  it('is written to the file the officer chose, once its page has everything', async () => {
    const { print: ask, 'paper-drawn': drawn } = handlers()
    const done = ask(print, live)
    await turn()
    drawn({ job: 'another', outcome: { foot: 'wrong', csv: null } }, { mode: 'replay' })
    drawn({ job: 'job-1', outcome: { foot: 'entries 1-7', csv: null } }, { mode: 'replay' })
    expect(await done).toBe('done')
    expect(readFileSync(file ?? '', 'utf8')).toBe('pages with entries 1-7')
    expect(asked).toEqual(['navbatchi-log-2026-01-06-0412.pdf'])
    expect(closed).toBe(1)
  })

  it('for other programs is the text of its page', async () => {
    const { print: ask, 'paper-drawn': drawn } = handlers()
    const done = ask({ ...print, format: 'csv' }, live)
    await turn()
    drawn({ job: 'job-1', outcome: { foot: '', csv: 'a,b' } }, { mode: 'replay' })
    await done
    expect(readFileSync(file ?? '', 'utf8')).toBe('a,b')
    expect(asked).toEqual(['navbatchi-log-2026-01-06-0412.csv'])
  })

  it('leaves nothing behind when the officer chooses no file', async () => {
    file = null
    expect(await handlers().print(print, live)).toBe('cancelled')
    expect(closed).toBe(0)
  })

  it('says why it was not written, and the next one can be', async () => {
    const { print: ask, 'paper-drawn': drawn } = handlers()
    const fault = { code: 'records-behind', text: 'the records are behind', params: {} }
    const first = ask(print, live)
    await turn()
    drawn({ job: 'job-1', outcome: { fault } }, { mode: 'replay' })
    await expect(first).rejects.toThrow('The file was not written: the records are behind')
    expect(closed).toBe(1)
    file = join(folder, 'no-such-folder', 'log.pdf')
    const second = ask(print, live)
    await turn()
    drawn({ job: 'job-1', outcome: { foot: '', csv: null } }, { mode: 'replay' })
    await expect(second).rejects.toThrow('ENOENT')
  })

  it('whose page never comes is given up, and no second one is begun meanwhile', async () => {
    const { print: ask } = handlers()
    const first = ask(print, live)
    await turn()
    await expect(async () => ask(print, live)).rejects.toThrow('Another file')
    clock.advance(120_000)
    await expect(first).rejects.toThrow('not ready after two minutes')
    expect(closed).toBe(1)
  })

  it('is not written from a replay', async () => {
    await expect(async () => handlers().print(print, { mode: 'replay' })).rejects.toThrow('live')
  })
})
