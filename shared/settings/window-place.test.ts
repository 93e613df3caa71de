import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstPlace, fitted, type Rectangle } from './window-place'

const desk: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 }
const right: Rectangle = { x: 1920, y: 0, width: 2560, height: 1440 }
const above: Rectangle = { x: 0, y: -1080, width: 1920, height: 1080 }

describe('A window opened again', () => {
  it('is where it was left, on whatever display', () => {
    const left = { x: 2200, y: 100, width: 1600, height: 900 }
    expect(fitted(left, [desk, right])).toEqual(left)
    const up = { x: 10, y: -900, width: 800, height: 700 }
    expect(fitted(up, [desk, above])).toEqual(up)
  })
  it('comes to the main display when the one it was on is missing', () =>
    expect(fitted({ x: 2200, y: 100, width: 1600, height: 900 }, [desk])).toEqual({
      x: 320,
      y: 100,
      width: 1600,
      height: 900,
    }))
  it('is no larger than the display it is on', () => expect(fitted(right, [desk])).toEqual(desk))
  it('is brought back when too little of it would be seen', () =>
    expect(fitted({ x: 1700, y: 0, width: 1000, height: 800 }, [desk])).toEqual({
      x: 920,
      y: 0,
      width: 1000,
      height: 800,
    }))
  it('is brought back when its upper edge could not be taken hold of', () =>
    expect(fitted({ x: 0, y: -60, width: 800, height: 700 }, [desk]).y).toBe(0))
  it('stays across two displays', () => {
    const across = { x: 1500, y: 50, width: 1000, height: 800 }
    expect(fitted(across, [desk, right])).toEqual(across)
  })
  it('always lies on the displays there are, wherever it was', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 5000 }),
      height: fc.integer({ min: 1, max: 5000 }),
    })
    fc.assert(
      fc.property(rectangle, (saved) => {
        const { x, y, width, height } = fitted(saved, [desk, right])
        const seen = (one: Rectangle) =>
          Math.max(0, Math.min(x + width, one.x + one.width) - Math.max(x, one.x)) *
          Math.max(0, Math.min(y + height, one.y + one.height) - Math.max(y, one.y))
        expect(seen(desk) + seen(right)).toBeGreaterThanOrEqual(0.5 * width * height)
      }),
    )
  })
})

describe('A window opened for the first time', () => {
  it('beside the room is on the second display where there is one', () => {
    expect(firstPlace('map', [desk, right])).toEqual(right)
    expect(firstPlace('wall', [desk])).toEqual(desk)
    expect(firstPlace('room', [desk, right])).toEqual(desk)
  })
})
