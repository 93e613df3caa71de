import { describe, expect, it } from 'vitest'
import { apart, besideEdge, edgePoint } from './edge-point'

const view = { width: 800, height: 400 }
const box = { width: 228, height: 56 }

describe('the arrow to a point', () => {
  it('is none while the point is in view', () => {
    expect(edgePoint([0, 0], view)).toBeNull()
    expect(edgePoint([799, 399], view)).toBeNull()
  })
  it('stands where the line from the middle leaves the view, and shows the way', () => {
    expect(edgePoint([1200, 200], view)).toEqual({ at: [800, 200], side: 'right', turn: 0 })
    expect(edgePoint([400, 900], view)).toEqual({ at: [400, 400], side: 'bottom', turn: 90 })
    expect(edgePoint([-400, 200], view)).toMatchObject({ at: [0, 200], side: 'left' })
    expect(edgePoint([1200, 600], view)).toMatchObject({ at: [800, 400], turn: 26.56505117707799 })
  })
  it('has its words beside it, wholly in view', () => {
    const right = edgePoint([1200, 200], view)
    const corner = edgePoint([-900, -450], view)
    if (!right || !corner) throw new Error('in view')
    expect(besideEdge(right, view, box)).toEqual([572, 172])
    expect(besideEdge(corner, view, box)).toEqual([0, 0])
  })
})

describe('arrows at one place', () => {
  it('stand one under the other', () =>
    expect(
      apart(
        [
          [572, 172],
          [572, 180],
          [0, 172],
        ],
        view,
        box,
      ),
    ).toEqual([
      [572, 172],
      [572, 228],
      [0, 172],
    ]))
  it('stand one above the other at the bottom', () =>
    expect(
      apart(
        [
          [572, 344],
          [572, 344],
        ],
        view,
        box,
      ),
    ).toEqual([
      [572, 344],
      [572, 288],
    ]))
})
