import { describe, expect, it } from 'vitest'
import { createFailureLimit, type FailureLimit } from './failure-limit'

const rule = { failures: 3, windowMs: 60_000 }

const waitOf = ({ admit }: FailureLimit, key: string, now: number) => admit(key, now)?.wait ?? 0

function failedAt(...instants: number[]) {
  const limit = createFailureLimit(rule)
  for (const at of instants) limit.begin('officer', at)
  return limit
}

describe('counting failures', () => {
  it('lets a key through until it has failed as often as allowed', () => {
    expect(waitOf(failedAt(0, 1_000), 'officer', 2_000)).toBe(0)
    expect(waitOf(failedAt(0, 1_000, 2_000), 'officer', 2_000)).toBe(58_000)
  })
  it('lets it through again once the oldest failure has left the window', () => {
    const limit = failedAt(0, 30_000, 40_000)
    expect(waitOf(limit, 'officer', 59_999)).toBe(1)
    expect(waitOf(limit, 'officer', 60_000)).toBe(0)
    limit.begin('officer', 60_000)
    expect(waitOf(limit, 'officer', 60_000)).toBe(30_000)
  })
  it('counts each key by itself', () => {
    expect(waitOf(failedAt(0, 0, 0), 'supervisor', 0)).toBe(0)
  })
  it('takes an attempt back that turned out right', () => {
    const limit = failedAt(0, 1_000, 2_000)
    limit.succeed('officer', 1_000)
    expect(waitOf(limit, 'officer', 2_000)).toBe(0)
  })
  it('forgets a key that proved itself', () => {
    const limit = failedAt(0, 0, 0)
    limit.forget('officer')
    expect(waitOf(limit, 'officer', 0)).toBe(0)
  })
  it('keeps a bounded number of keys', () => {
    const limit = failedAt(0, 0, 0)
    for (let i = 0; i < 10_000; i += 1) limit.begin(`guess-${i}`, 0)
    expect(waitOf(limit, 'officer', 0)).toBe(0)
    expect(waitOf(limit, 'guess-9999', 0)).toBe(0)
  })
})
