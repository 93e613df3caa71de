import { describe, expect, it } from 'vitest'
import type { Position } from '../../shared/teams/position'
import { fixFault } from './fix-fault'

const qarshi: Position = {
  teamId: 'q-01',
  lon: 65.8,
  lat: 38.86,
  at: 100_000,
  speed: 8,
  heading: 90,
}

describe('a fix', () => {
  it('is believed when it is new and plausible', () => {
    expect(fixFault(qarshi, undefined, 100_000)).toBeNull()
    expect(fixFault(qarshi, { ...qarshi, at: 99_999 }, 100_000)).toBeNull()
  })
  it('is believed from a clock that is a little ahead, not from one that is more than a minute ahead', () => {
    expect(fixFault({ ...qarshi, at: 160_000 }, undefined, 100_000)).toBeNull()
    expect(fixFault({ ...qarshi, at: 160_001 }, undefined, 100_000)).toBe('in-the-future')
  })
  it('is not believed at 0, 0, where receivers without a fix say they are', () => {
    expect(fixFault({ ...qarshi, lon: 0, lat: 0 }, undefined, 100_000)).toBe('null-island')
  })
  it('is not believed when it is not newer than the last one', () => {
    expect(fixFault(qarshi, qarshi, 100_000)).toBe('not-newer')
    expect(fixFault(qarshi, { ...qarshi, at: 100_001 }, 100_000)).toBe('not-newer')
  })
})
