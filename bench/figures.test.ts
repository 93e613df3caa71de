import { expect, it } from 'vitest'
import { figuresOf } from './figures'

it('gives percentiles by nearest rank', () => {
  const values = Array.from({ length: 100 }, (_, n) => n + 1)
  expect(figuresOf(values)).toEqual({ count: 100, p50: 50, p95: 95, p99: 99, max: 100 })
})
it('says that nothing was measured rather than zero', () => expect(figuresOf([]).p50).toBeNaN())
