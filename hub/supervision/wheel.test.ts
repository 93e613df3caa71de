import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWheel } from './wheel'

const turns = (wheel: ReturnType<typeof createWheel<string>>, times: number, most = 100) =>
  Array.from({ length: times }, () => [...wheel.turn(most)])

describe('A timing wheel', () => {
  it('shows each item when it is due', () => {
    const wheel = createWheel<string>()
    wheel.put('b', 2)
    wheel.put('a', 1)
    wheel.put('c', 2)
    expect(turns(wheel, 3)).toEqual([['a'], ['b', 'c'], []])
  })
  it('shows an item that is overdue at the next tick', () => {
    const wheel = createWheel<string>()
    wheel.put('a', -5)
    expect(turns(wheel, 1)).toEqual([['a']])
  })
  it('shows an item that is due beyond its last slot on the way', () => {
    const wheel = createWheel<string>()
    wheel.put('a', 1_000_000)
    expect(turns(wheel, 1_023).flat()).toEqual(['a'])
  })
  it('shows no more at once than asked for, and the rest first next time', () => {
    const wheel = createWheel<string>()
    for (const item of ['a', 'b', 'c']) wheel.put(item, 1)
    wheel.put('d', 2)
    expect(turns(wheel, 3, 2)).toEqual([['a', 'b'], ['c', 'd'], []])
  })
  it('loses none and doubles none, whatever is put when', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -1, max: 3_000 }), { maxLength: 5 }), {
          maxLength: 40,
        }),
        (puts) => {
          const wheel = createWheel<number>()
          const shown: number[] = []
          let next = 0
          for (const now of puts) {
            for (const ticks of now) wheel.put(next++, ticks)
            shown.push(...wheel.turn(3))
          }
          for (let tick = 0; tick < 1_100; tick++) shown.push(...wheel.turn(3))
          expect(shown.sort((a, b) => a - b)).toEqual(Array.from({ length: next }, (_, at) => at))
        },
      ),
    ))
})
