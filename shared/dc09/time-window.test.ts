import { describe, expect, it } from 'vitest'
import { timeFault } from './time-window'

const now = Date.UTC(2026, 10, 22, 12, 34, 56)

describe('The time of a message', () => {
  it.each([0, -40, 20])('is good %i s from ours', (seconds) =>
    expect(timeFault(now + seconds * 1000, now)).toBeNull(),
  )
  it('is behind after 40 s and ahead after 20 s', () => {
    expect(timeFault(now - 40_001, now)).toBe('behind')
    expect(timeFault(now + 20_001, now)).toBe('ahead')
  })
  it('may be missing', () => expect(timeFault(null, now)).toBe('missing'))
})
