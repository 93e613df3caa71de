import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createRequestPace } from './request-pace'

const refusedOf = (count: number, admit: (at: number) => unknown) =>
  Array.from({ length: count }, (_, at) => admit(at)).filter((held) => held !== null).length

describe('HTTP requests of one address', () => {
  it('are refused beyond five hundred a second, saying for how long, and those of others are not', () => {
    const clock = createManualClock()
    const { admit } = createRequestPace(clock)
    expect(refusedOf(600, () => admit('10.0.0.1'))).toBe(100)
    expect(admit('10.0.0.1')).toEqual({ why: 'too-many-requests', wait: 2 })
    expect(admit('10.0.0.2')).toBeNull()
    clock.advance(1_000)
    expect(refusedOf(500, () => admit('10.0.0.1'))).toBe(0)
  })
  it('are counted as those of one network, whichever of its addresses of IPv6 they come from', () => {
    const { admit } = createRequestPace(createManualClock())
    expect(refusedOf(600, (at) => admit(`2001:db8::${at.toString(16)}`))).toBe(100)
  })
})
