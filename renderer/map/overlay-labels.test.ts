import { describe, expect, it } from 'vitest'
import { type Box, overlaps } from './box'
import { labelBoxes, wrap } from './overlay-labels'

const tenAChar = (line: string) => line.length * 10
const box = (left: number, top: number, right: number, bottom: number): Box => ({
  left,
  top,
  right,
  bottom,
})

describe('the names beside symbols', () => {
  it('stay on one line while they fit', () =>
    expect(wrap('Guard post', 100, tenAChar)).toEqual(['Guard post']))
  it('are broken between words', () =>
    expect(wrap('Guard post of the depot', 110, tenAChar)).toEqual([
      'Guard post',
      'of the',
      'depot',
    ]))
  it('leave a word alone that is too long', () =>
    expect(wrap('a warehouse b', 50, tenAChar)).toEqual(['a', 'warehouse', 'b']))
  it('cover each other only where they share an area', () => {
    expect(overlaps(box(0, 0, 10, 10), box(9, 9, 20, 20))).toBe(true)
    expect(overlaps(box(0, 0, 10, 10), box(10, 0, 20, 10))).toBe(false)
  })
  it('stand under their symbol, else above it, to its right or to its left', () =>
    expect(labelBoxes(box(-10, -10, 10, 10), 40, 12).map(({ left, top }) => [left, top])).toEqual([
      [-20, 13],
      [-20, -25],
      [13, -6],
      [-53, -6],
    ]))
})
