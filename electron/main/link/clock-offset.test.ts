import { describe, expect, it } from 'vitest'
import { createClockOffset } from './clock-offset'

describe('the difference to the clock of the hub', () => {
  it('is that of the beat that was least late', () => {
    const offset = createClockOffset()
    offset.heard(10_000 - 300, 0)
    expect(offset.heard(11_000 - 5, 1_000)).toBe(9_995)
    expect(offset.heard(12_000 - 400, 2_000)).toBe(9_995)
  })
  it('follows a clock that was set back within half a minute', () => {
    const offset = createClockOffset()
    for (let beat = 0; beat < 10; beat++) offset.heard(beat * 1_000 + 60_000, beat * 1_000)
    for (let beat = 10; beat < 41; beat++) offset.heard(beat * 1_000, beat * 1_000)
    expect(offset.value()).toBe(0)
  })
  it('does not tremble with the network', () => {
    const offset = createClockOffset()
    offset.heard(1_000, 0)
    expect(offset.heard(2_005, 1_000)).toBe(1_000)
  })
})
