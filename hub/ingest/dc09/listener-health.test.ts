import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { minute } from '../../../shared/lang/instant'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createListenerHealth } from './listener-health'

function open() {
  const clock = createManualClock(1_000_000)
  const lines: Record<string, unknown>[] = []
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) })
  const counted: string[] = []
  const health = createListenerHealth({ clock, log, count: (transport) => counted.push(transport) })
  return { clock, lines, counted, health }
}

describe('A listener whose socket fails', () => {
  it('counts each fault and tells of them once a minute, with how many there were', () => {
    const { clock, lines, counted, health } = open()
    for (let times = 0; times < 5; times++) health.failed('udp', new Error('recv EIO'))
    expect(counted).toHaveLength(5)
    expect(lines).toMatchObject([
      { transport: 'udp', err: { message: 'recv EIO' }, sinceTheLastLine: 0 },
    ])
    clock.advance(minute)
    health.failed('udp', new Error('recv EIO'))
    expect(lines.at(-1)).toMatchObject({ sinceTheLastLine: 4 })
  })
  it('counts as deaf until a minute after the last fault', () => {
    const { clock, health } = open()
    expect(health.ok()).toBe(true)
    health.failed('tcp', new Error('accept EMFILE'))
    clock.advance(minute - 1)
    expect(health.ok()).toBe(false)
    clock.advance(1)
    expect(health.ok()).toBe(true)
  })
})
