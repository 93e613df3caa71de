import { describe, expect, it } from 'vitest'
import { startPace, takeDue } from './pacing'

/** What falls due at each of these instants. */
function dues(rate: number, instants: readonly number[]): number[] {
  let pace = startPace(rate, 0)
  return instants.map((now) => {
    const taken = takeDue(pace, now)
    pace = taken.pace
    return taken.due
  })
}

describe('pacing', () => {
  it('follows elapsed time, not the number of ticks', () => {
    expect(dues(100, [10, 20, 30])).toEqual([1, 1, 1])
    expect(dues(100, [10, 500, 510])).toEqual([1, 49, 1])
  })
  it('takes fractions of one a second', () => {
    expect(dues(0.2, [1000, 4999, 5000, 9999, 10_000])).toEqual([0, 0, 1, 0, 1])
  })
  it('sends nothing at rate 0, nor when the clock is set back', () => {
    expect(dues(0, [10_000])).toEqual([0])
    expect(dues(10, [1000, 500, 1000])).toEqual([10, 0, 0])
  })
})
