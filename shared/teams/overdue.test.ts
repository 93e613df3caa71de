import { describe, expect, it } from 'vitest'
import { minute, second } from '../lang/instant'
import { nearest } from '../testing/builders'
import type { Assignment } from './assignment'
import { isOverdue, stepClock } from './overdue'

const run = (change: Partial<Assignment>): Assignment => ({
  id: 'as1',
  incidentId: 'i1',
  teamId: 't1',
  phase: 'dispatched',
  times: { dispatched: 1_000 },
  reason: nearest,
  doneBy: {},
  dispatchedBy: 'Officer One',
  ...change,
})

describe('a run', () => {
  it('is overdue when the crew has not confirmed within a minute', () => {
    expect(isOverdue(run({}), 1_000 + 60 * second)).toBe(false)
    expect(isOverdue(run({}), 1_001 + 60 * second)).toBe(true)
  })
  it('is overdue when a confirmed crew has not set off within two minutes', () => {
    const confirmed = run({ phase: 'acknowledged', times: { dispatched: 0, acknowledged: 10_000 } })
    expect(isOverdue(confirmed, 10_000 + 2 * minute)).toBe(false)
    expect(isOverdue(confirmed, 10_001 + 2 * minute)).toBe(true)
  })
  it('has half as much again as the estimated way, and never less than five minutes', () => {
    const underway = (seconds: number | null) =>
      stepClock(
        run({ phase: 'en-route', times: { 'en-route': 0 }, reason: { ...nearest, seconds } }),
      ).dueAt
    expect(underway(94)).toBe(5 * minute)
    expect(underway(600)).toBe(15 * minute)
    expect(underway(null)).toBe(20 * minute)
  })
  it('asks how the crew fares after a quarter of an hour on the scene', () => {
    const there = run({ phase: 'on-scene', times: { 'on-scene': 0 } })
    expect(isOverdue(there, 15 * minute)).toBe(false)
    expect(isOverdue(there, 15 * minute + 1)).toBe(true)
  })
  it('is never overdue once it is over, and counts from when it ended', () => {
    const over = run({ phase: 'cleared', times: { dispatched: 0, cleared: 5_000 } })
    expect(stepClock(over)).toEqual({ since: 5_000, dueAt: null })
    expect(isOverdue(over, Number.MAX_SAFE_INTEGER)).toBe(false)
  })
})
