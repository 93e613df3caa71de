import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createMinuteLimit } from './minute-limit'
import { perAddress } from './minute-rules'

function limit() {
  const clock = createManualClock()
  const summaries: [string, number][] = []
  const tried = createMinuteLimit(clock, perAddress, (source, unkept) =>
    summaries.push([source, unkept]),
  )
  const admitted = (source: string, times: number) =>
    Array.from({ length: times }, () => tried.admit(source)).filter((held) => held === null).length
  return { ...tried, clock, summaries, admitted }
}

describe('The quarantine', () => {
  it('keeps twenty unreadable items of a source per minute, whatever others send', () => {
    const { admitted } = limit()
    expect([admitted('a', 25), admitted('b', 5), admitted('a', 5)]).toEqual([20, 5, 0])
  })

  it('sums up at the end of the minute what was not kept, and then starts anew', () => {
    const { admitted, clock, summaries } = limit()
    admitted('a', 25)
    admitted('b', 5)
    clock.advance(60_000)
    expect(summaries).toEqual([['a', 5]])
    expect(admitted('a', 25)).toBe(20)
    clock.advance(60_000)
    clock.advance(600_000)
    expect(summaries).toEqual([
      ['a', 5],
      ['a', 5],
    ])
  })

  it('sums up when the hub stops', () => {
    const { admitted, stop, summaries } = limit()
    admitted('a', 21)
    stop()
    expect(summaries).toEqual([['a', 1]])
  })

  it('counts the sources beyond thousands as one, so that addresses cannot use up the memory', () => {
    const { admitted, clock, summaries } = limit()
    for (let at = 0; at < 5_000; at++) admitted(`source-${at}`, 1)
    const late = Array.from({ length: 30 }, (_, at) => admitted(`late-${at}`, 1))
    expect(late.filter((kept) => kept === 1)).toHaveLength(20)
    clock.advance(60_000)
    expect(summaries).toEqual([['other sources', 10]])
  })

  it('lets who makes up names use up its own share of what is left, and nobody else’s', () => {
    const { admit } = limit()
    for (let at = 0; at < 5_100; at++) admit(`made-up-${at}`, '10.0.0.1')
    expect(admit('made-up-5200', '10.0.0.1')).toEqual({ why: 'enough', wait: 60_000 })
    expect(admit('panel', '10.0.0.2')).toBeNull()
  })
})
