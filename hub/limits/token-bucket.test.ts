import { describe, expect, it } from 'vitest'
import { createTokenBucket } from './token-bucket'

const twoAtOnce = { perSecond: 10, burst: 2 }

describe('a pace', () => {
  it('lets a burst through and then holds back, saying for how long', () => {
    const bucket = createTokenBucket(twoAtOnce, 0)
    expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 100])
    expect(bucket.take(60)).toBe(40)
  })
  it('lets as many through in the long run as it says', () => {
    const bucket = createTokenBucket(twoAtOnce, 0)
    let through = 0
    for (let now = 0; now < 10_000; now += 10) if (bucket.take(now) === 0) through += 1
    expect(through).toBe(101)
  })
  it('saves up no more than a burst', () => {
    const bucket = createTokenBucket(twoAtOnce, 0)
    expect([1, 2, 3].map(() => bucket.take(3_600_000))).toEqual([0, 0, 100])
  })
  it('goes on when the clock is set back', () => {
    const bucket = createTokenBucket(twoAtOnce, 10_000)
    expect(bucket.take(0)).toBe(0)
    expect(bucket.take(100)).toBe(0)
  })
})
