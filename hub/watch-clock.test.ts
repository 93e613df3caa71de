import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../shared/timeline/manual-clock'
import { watchClock } from './watch-clock'

describe('A clock behind the journal', () => {
  it('is told once, and once it is right again', () => {
    const lines: string[] = []
    const log = pino(
      { base: null, timestamp: false },
      { write: (line) => lines.push(JSON.parse(line).msg) },
    )
    const clock = createManualClock()
    let behind = 0
    const end = watchClock(
      { clockBehind: () => behind, storage: () => ({ ok: true, text: 'It is behind', since: 0 }) },
      clock,
      log,
    )
    clock.advance(30_000)
    behind = 61_000
    clock.advance(30_000)
    behind = 60_000
    clock.advance(30_000)
    expect(lines).toEqual(['It is behind', 'The clock has passed the end of the journal again'])
    end()
    behind = 100_000
    clock.advance(30_000)
    expect(lines).toHaveLength(2)
  })
})
