import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, type Wanted } from './arrange'
import { boxAround, overlaps } from './box'

const symbol = (x: number, y: number, more: Partial<Wanted> = {}): Wanted => ({
  point: [x, y],
  size: { width: 40, height: 40 },
  stands: 'on',
  ...more,
})
const boxes = (wanted: readonly Wanted[]) =>
  arrange(wanted, []).map(({ offset }, n) => {
    const { point = [0, 0], size = { width: 0, height: 0 } } = wanted[n] ?? {}
    return boxAround([point[0] + offset[0], point[1] + offset[1]], size)
  })

describe('what stands on the map', () => {
  it('stays at its true point while nothing else is there', () =>
    expect(arrange([symbol(0, 0), symbol(100, 0)], [])).toEqual([
      { offset: [0, 0] },
      { offset: [0, 0] },
    ]))

  it('moves aside for what chose its place first', () => {
    const [first, second] = boxes([symbol(0, 0), symbol(5, 5)])
    expect(first).toEqual(boxAround([0, 0], { width: 40, height: 40 }))
    expect(first && second && overlaps(first, second)).toBe(false)
  })

  it('leaves the point of a town free where it counts what is there', () => {
    const [bubble] = boxes([symbol(0, 0, { stands: 'off' })])
    expect(bubble && overlaps(bubble, { left: -10, top: -10, right: 10, bottom: 10 })).toBe(false)
  })

  it('leaves the name of a town free', () => {
    const name = { left: -60, top: -90, right: 60, bottom: -10 }
    const [place] = arrange([symbol(0, 0, { stands: 'off' })], [{ box: name, cost: 0.5 }])
    const [x, y] = place?.offset ?? [0, 0]
    expect(overlaps(boxAround([x, y], { width: 40, height: 40 }), name)).toBe(false)
  })

  it('never covers another thing while there is room for all', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 700 })), {
          maxLength: 12,
        }),
        (points) => {
          const placed = boxes(points.map(([x, y]) => symbol(x, y)))
          placed.forEach((one, n) => {
            for (const other of placed.slice(n + 1)) expect(overlaps(one, other)).toBe(false)
          })
        },
      ),
    ))
})

describe('a team on scene', () => {
  const tag = (beside: string): Wanted => ({
    point: [500, 500],
    size: { width: 100, height: 32 },
    stands: { beside },
  })
  const incident = symbol(0, 0, { keys: ['site:s1'] })

  it('docks to the right of its incident, wherever it last said it was', () =>
    expect(arrange([incident, tag('site:s1')], [])[1]).toEqual({
      offset: [78 - 500, -500],
      dockedTo: [-500, -500],
    }))
  it('stands under the team that docked before it', () => {
    const [, first, second] = boxes([incident, tag('site:s1'), tag('site:s1')])
    expect((second?.top ?? 0) - (first?.top ?? 0)).toBe(36)
    expect(second?.left).toBe(first?.left)
  })
  it('docks on the left where the right is taken', () => {
    const [, , docked] = boxes([
      incident,
      symbol(70, 0, { size: { width: 60, height: 400 } }),
      tag('site:s1'),
    ])
    expect(docked?.right).toBeLessThan(-20)
  })
  it('stays where it is when its incident is not on the map', () =>
    expect(arrange([tag('site:s2')], [])).toEqual([{ offset: [0, 0] }]))
})
