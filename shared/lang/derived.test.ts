import { describe, expect, it } from 'vitest'
import { derivedOf } from './derived'

describe('what is derived of a table', () => {
  const doubled = derivedOf((list: readonly number[]) => list.map((n) => 2 * n))

  it('is the same object while the table is the same', () => {
    const table = [1, 2]
    expect(doubled(table)).toEqual([2, 4])
    expect(doubled(table)).toBe(doubled(table))
  })

  it('is made anew for another table, even one that says the same', () => {
    const table = [1, 2]
    const before = doubled(table)
    expect(doubled([...table])).not.toBe(before)
    expect(doubled([...table])).toEqual(before)
  })
})
