import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laneOf, createLanes as lanesOf } from './lanes'

interface Sent {
  readonly account: string
  readonly urgent: boolean
  readonly known?: boolean
  readonly source?: string
  readonly bulk?: number
  begin(): void
}

/**
 * Of one network and a known account, a signal each, unless said. `leave`: the one that began first
 * is done.
 */
const createLanes = (atOnce: number) => {
  const lanes = lanesOf(atOnce)
  const underWay: (() => void)[] = []
  const enter = ({ account, urgent, known = true, source = '10.0.0.1', bulk = 1, begin }: Sent) =>
    lanes.enter({
      account,
      source,
      bulk,
      lane: laneOf(urgent, known),
      begin(leave) {
        underWay.push(leave)
        begin()
      },
    })
  return { ...lanes, enter, leave: () => underWay.shift()?.() }
}
const message = fc.record({
  account: fc.constantFrom('A', 'B', 'C'),
  source: fc.constantFrom('x', 'y'),
  urgent: fc.boolean(),
  known: fc.boolean(),
})

describe('Messages that wait their turn', () => {
  it('go at once while few are under way', () => {
    const begun: string[] = []
    const lanes = createLanes(2)
    for (const name of ['1', '2', '3'])
      lanes.enter({ account: name, urgent: false, begin: () => begun.push(name) })
    expect(begun).toEqual(['1', '2'])
    expect(lanes.waiting()).toBe(1)
    lanes.leave()
    expect(begun).toEqual(['1', '2', '3'])
  })

  it('are overtaken by a hold-up, which goes at once whatever stands in front of it', () => {
    const begun: string[] = []
    const lanes = createLanes(1)
    const enter = (name: string, account: string, urgent = false) =>
      lanes.enter({ account, urgent, begin: () => begun.push(name) })
    enter('storm 1', 'A')
    enter('storm 2', 'A')
    enter('door', 'B')
    enter('storm 3', 'A')
    enter('hold-up', 'B', true)
    expect(begun).toEqual(['storm 1', 'door', 'hold-up'])
  })

  it('are overtaken by so many urgent ones and no more, which then go in the order they came', () => {
    const begun: string[] = []
    const lanes = createLanes(2)
    const enter = (name: string, account: string, urgent = false) =>
      lanes.enter({ account, urgent, begin: () => begun.push(name) })
    for (const name of ['storm 1', 'storm 2', 'storm 3']) enter(name, 'A')
    for (let at = 1; at <= 7; at++) enter(`hold-up ${at}`, `B${at}`, true)
    enter('door', 'C')
    enter('fire', 'C', true)
    expect(begun.slice(2)).toEqual([1, 2, 3, 4, 5, 6].map((at) => `hold-up ${at}`))
    for (let left = 0; left < 4; left++) lanes.leave()
    // Those that are not urgent have their own share, and urgent ones take nothing of it.
    expect(begun.slice(8)).toEqual(['storm 3', 'door', 'hold-up 7', 'fire'])
    expect(lanes.waiting()).toBe(0)
  })

  it('cost no more the longer urgent ones go in front of them', () => {
    const lanes = createLanes(1)
    let begun = 0
    const enter = (account: string, urgent: boolean) =>
      lanes.enter({
        account,
        urgent,
        begin() {
          begun += 1
        },
      })
    for (let at = 0; at < 4; at++) enter('A', true)
    enter('A', false)
    for (let at = 0; at < 100_000; at++) {
      enter(at % 2 === 0 ? 'A' : 'B', true)
      lanes.leave()
    }
    for (let left = 0; left < 2; left++) lanes.leave()
    expect([begun, lanes.waiting()]).toEqual([100_005, 0])
  })

  it('keep the order of their account, and every one gets its turn', () => {
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (messages, atOnce) => {
          const begun: number[] = []
          const lanes = createLanes(atOnce)
          messages.forEach((one, number) => {
            lanes.enter({ ...one, begin: () => begun.push(number) })
          })
          for (let left = 0; left < messages.length; left++) {
            expect(begun.length - left).toBeLessThanOrEqual(5 * atOnce)
            lanes.leave()
          }
          expect(begun.toSorted((a, b) => a - b)).toEqual(messages.map((_, number) => number))
          for (const account of ['A', 'B', 'C']) {
            const own = begun.filter((number) => messages[number]?.account === account)
            expect(own).toEqual(own.toSorted((a, b) => a - b))
          }
        },
      ),
    )
  })

  it.each([false, true])(
    'of one network cost another one message’s wait, however many signals they hold (urgent: %s)',
    (urgent) => {
      const begun: string[] = []
      const lanes = createLanes(64)
      for (let at = 0; at < 500; at++)
        lanes.enter({
          account: `F${at}`,
          source: '10.9.9.9',
          bulk: 32,
          urgent,
          begin: () => begun.push('flood'),
        })
      expect(begun.length * 32).toBe(urgent ? 3 * 64 : 64)
      const before = begun.length
      lanes.enter({ account: 'A', urgent, begin: () => begun.push('known') })
      while (!begun.includes('known')) lanes.leave()
      expect(begun.indexOf('known') - before).toBeLessThanOrEqual(1)
    },
  )

  it('and are urgent under a known account wait for none of accounts that anybody makes up', () => {
    const begun: string[] = []
    const lanes = createLanes(2)
    const enter = (account: string, known: boolean) =>
      lanes.enter({
        account,
        known,
        source: account,
        urgent: true,
        begin: () => begun.push(account),
      })
    for (let at = 1; at <= 1_000; at++) enter(`F${at}`, false)
    expect(begun).toEqual(['F1', 'F2'])
    for (let at = 1; at <= 6; at++) enter(`B${at}`, true)
    expect(begun.slice(2)).toEqual([1, 2, 3, 4, 5, 6].map((at) => `B${at}`))
    expect(lanes.waiting()).toBe(998)
  })

  it('always have their share, however many urgent ones come, known and unknown', () => {
    const begun: string[] = []
    const lanes = createLanes(2)
    const enter = (account: string, urgent: boolean, known: boolean) =>
      lanes.enter({ account, known, source: account, urgent, begin: () => begun.push(account) })
    for (let at = 1; at <= 100; at++) {
      enter(`B${at}`, true, true)
      enter(`F${at}`, true, false)
    }
    for (const door of ['door 1', 'door 2', 'door 3']) enter(door, false, true)
    expect(begun.slice(8)).toEqual(['door 1', 'door 2'])
    for (let left = 0; left < 9; left++) lanes.leave()
    expect(begun).toContain('door 3')
    expect(lanes.waiting()).toBeGreaterThan(100)
  })

  it('keep the order of an account that is attached while some of its messages wait', () => {
    const begun: number[] = []
    const lanes = createLanes(1)
    for (const number of [1, 2, 3, 4, 5])
      lanes.enter({
        account: 'A',
        urgent: true,
        known: number > 3,
        begin: () => begun.push(number),
      })
    for (let left = 0; left < 5; left++) lanes.leave()
    expect(begun).toEqual([1, 2, 3, 4, 5])
  })
})
