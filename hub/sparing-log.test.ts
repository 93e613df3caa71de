import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../shared/timeline/manual-clock'
import { sparing } from './sparing-log'

describe('The hub’s log', () => {
  const open = () => {
    const clock = createManualClock(0)
    const lines: string[] = []
    const log = pino(
      { hooks: { logMethod: sparing(clock) } },
      { write: (line) => void lines.push(JSON.parse(line).msg) },
    )
    return { clock, lines, log }
  }

  it('writes a complaint that comes thousands of times a few times, and then how many more there were', () => {
    const { clock, lines, log } = open()
    for (let at = 0; at < 37_600; at++) log.error({ err: new Error('x') }, 'A request failed')
    log.error('Another thing')
    expect(lines).toEqual([...Array(5).fill('A request failed'), 'Another thing'])
    clock.advance(10_000)
    expect(lines.slice(6)).toEqual(['37595 more lines like this within 10 s: A request failed'])
    log.error('A request failed')
    expect(lines).toHaveLength(8)
  })

  it('holds back neither what it says of its own accord nor its last words', () => {
    const { lines, log } = open()
    for (let at = 0; at < 20; at++) log.info('A fact')
    for (let at = 0; at < 20; at++) log.fatal('The end')
    expect(lines).toHaveLength(40)
  })

  it('forgets no complaint for there being many kinds', () => {
    const { lines, log } = open()
    for (let at = 0; at < 1_000; at++) log.warn(`Link ${at} is lost`)
    expect(lines).toHaveLength(1_000)
  })
})
