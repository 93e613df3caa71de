import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createPace, createPaces } from './paces'

const pace = { perSecond: 0.001, burst: 1 }
const paces = (most: number) =>
  createPaces({ why: 'account-pace', pace, most, clock: createManualClock() })

describe('A pace for each of many', () => {
  it('is of each name alone', () => {
    const { admit } = paces(10)
    expect(admit('A')).toBeNull()
    expect(admit('A')).toEqual({ why: 'account-pace', wait: 1_000_000 })
    expect(admit('B')).toBeNull()
  })
  it('is kept for whoever goes on sending, and forgotten of whom was heard longest ago', () => {
    const { admit } = paces(3)
    for (const name of ['mad', 'quiet']) admit(name)
    for (let made = 0; made < 10; made++) {
      admit(`made-up ${made}`)
      expect(admit('mad')).not.toBeNull()
    }
    expect(admit('quiet')).toBeNull()
  })
})

describe('A pace of one client', () => {
  it('says how long what comes too fast should wait, and lets it through then', () => {
    const clock = createManualClock()
    const { admit } = createPace({ perSecond: 10, burst: 1 }, clock)
    expect([admit(), admit()]).toEqual([null, { why: 'too-fast', wait: 100 }])
    clock.advance(100)
    expect(admit()).toBeNull()
  })
})
