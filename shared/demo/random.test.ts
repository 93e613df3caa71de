import { describe, expect, it } from 'vitest'
import { apportion, integer, seededRandom, shuffled, weighted } from './random'

describe('the seeded generator', () => {
  it('repeats itself for the same seed and spreads evenly', () => {
    const [a, b] = [seededRandom(7), seededRandom(7)]
    const numbers = Array.from({ length: 10_000 }, a)
    expect(Array.from({ length: 10_000 }, b)).toEqual(numbers)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    expect(numbers.reduce((sum, x) => sum + x, 0) / numbers.length).toBeCloseTo(0.5, 1)
  })
  it('draws whole numbers with both ends', () => {
    const random = seededRandom(1)
    expect(new Set(Array.from({ length: 200 }, () => integer(random, 1, 3)))).toEqual(
      new Set([1, 2, 3]),
    )
  })
  it('picks by weight, and never what weighs nothing', () => {
    const random = seededRandom(1)
    const draw = weighted(
      ['never', 'often', 'seldom'],
      (word) => ({ never: 0, often: 9, seldom: 1 })[word] ?? 0,
    )
    const drawn = Array.from({ length: 2000 }, () => draw(random))
    expect(drawn).not.toContain('never')
    expect(drawn.filter((word) => word === 'often').length).toBeGreaterThan(1650)
  })
  it('shuffles without losing anything', () => {
    const mixed = shuffled(seededRandom(3), [1, 2, 3, 4, 5])
    expect([...mixed].sort()).toEqual([1, 2, 3, 4, 5])
  })
})

describe('apportioning', () => {
  it('adds up exactly, with the least for everybody', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(48, [278, 140, 6], 1).reduce((a, b) => a + b)).toBe(48)
    expect(apportion(48, [278, 140, 6], 1)[2]).toBeGreaterThanOrEqual(1)
    expect(apportion(2, [5, 5, 5], 1)).toEqual([1, 1, 0])
  })
})
