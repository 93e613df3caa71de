import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { type CentrePace, createCentrePace } from './centre-pace'

const waitOf = ({ admit }: CentrePace, centre: string) => admit(centre)?.wait ?? 0

describe('The pace of a centre', () => {
  it('lets a batch in while anything is left, and then makes it wait until its debt is paid', () => {
    const clock = createManualClock(1_000)
    const pace = createCentrePace(clock, { perSecond: 10, burst: 100 })
    pace.spend('north', 99)
    expect(waitOf(pace, 'north')).toBe(0)
    pace.spend('north', 50)
    expect(waitOf(pace, 'north')).toBe(5_000)
    expect(waitOf(pace, 'south')).toBe(0)
    clock.advance(4_999)
    expect(waitOf(pace, 'north')).toBeGreaterThan(0)
    clock.advance(1)
    expect(waitOf(pace, 'north')).toBe(0)
  })
  it('holds nobody up for long when the clock is set back', () => {
    let now = 1_000_000_000
    const pace = createCentrePace(
      { ...createManualClock(), now: () => now },
      { perSecond: 10, burst: 100 },
    )
    pace.spend('north', 200)
    now = 0
    expect(waitOf(pace, 'north')).toBe(10_100)
    now = 10_100
    expect(waitOf(pace, 'north')).toBe(0)
  })
  it('saves up no more than one burst', () => {
    const clock = createManualClock(1_000)
    const pace = createCentrePace(clock, { perSecond: 10, burst: 100 })
    pace.spend('north', 1)
    clock.advance(1_000_000)
    pace.spend('north', 100)
    expect(waitOf(pace, 'north')).toBe(100)
  })
})
