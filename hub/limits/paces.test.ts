import { describe, expect, it } from 'vitest'
import { createPaced } from './paces'

const pace = { perSecond: 0.001, burst: 1 }

describe('A pace for each of many', () => {
  it('is of each name alone', () => {
    const paced = createPaced(pace, 10)
    expect(paced('A', 0).take(0)).toBe(0)
    expect(paced('A', 0).take(0)).toBeGreaterThan(0)
    expect(paced('B', 0).take(0)).toBe(0)
  })
  it('is kept for whoever goes on sending, and forgotten of whom was heard longest ago', () => {
    const paced = createPaced(pace, 3)
    for (const name of ['mad', 'quiet']) paced(name, 0).take(0)
    for (let made = 0; made < 10; made++) {
      paced(`made-up ${made}`, 0).take(0)
      expect(paced('mad', 0).take(0)).toBeGreaterThan(0)
    }
    expect(paced('quiet', 0).take(0)).toBe(0)
  })
})
