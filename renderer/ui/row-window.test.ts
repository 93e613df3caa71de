import { describe, expect, it } from 'vitest'
import { offsetsOf, rowAt, rowsIn, topKeeping, topShowing } from './row-window'

const five = offsetsOf([76, 76, 44, 44, 44])
const layout = (keys: string) => {
  const rows = keys.split('')
  return { keys: rows, offsets: offsetsOf(rows.map(() => 10)) }
}

describe('rows of known heights', () => {
  it('begin where the one above ends', () => expect(five).toEqual([0, 76, 152, 196, 240, 284]))
  it('are found by where they lie, and the first and last beyond the ends', () =>
    expect([-5, 0, 75, 76, 200, 1000].map((y) => rowAt(five, y))).toEqual([0, 0, 0, 1, 3, 4]))
  it('are drawn where they are in view and a few beyond', () => {
    expect(rowsIn(five, { top: 80, height: 80 }, 0)).toEqual([1, 3])
    expect(rowsIn(five, { top: 80, height: 80 }, 4)).toEqual([0, 5])
  })
  it('are none of nothing', () =>
    expect(rowsIn(offsetsOf([]), { top: 0, height: 100 }, 2)).toEqual([0, 0]))
})

describe('a row that is to be shown', () => {
  const view = { top: 80, height: 120 }
  it('moves nothing while it is in view', () => expect(topShowing(five, 2, view)).toBe(80))
  it('is scrolled to by no more than is needed', () => {
    expect(topShowing(five, 0, view)).toBe(0)
    expect(topShowing(five, 4, view)).toBe(164)
  })
})

describe('a row that is read', () => {
  const before = layout('abcdef')
  const keeping = (after: string, at: { index: number; top: number }) =>
    topKeeping(before, layout(after), at)
  it('stays where it is when others come in above it', () =>
    expect(keeping('xyabcdef', { index: 2, top: 15 })).toBe(35))
  it('stays where it is when others leave above it, as far as there is something to scroll', () => {
    expect(keeping('bcdef', { index: 2, top: 15 })).toBe(5)
    expect(keeping('cdef', { index: 2, top: 15 })).toBe(0)
  })
  it('is not moved by what comes in below', () =>
    expect(keeping('abcdxef', { index: 2, top: 15 })).toBe(15))
  it('that is gone is replaced by the next one', () =>
    expect(keeping('xabdef', { index: 2, top: 15 })).toBe(25))
  it('that was the last, gone, moves nothing', () =>
    expect(keeping('abcde', { index: 5, top: 15 })).toBe(15))
})
