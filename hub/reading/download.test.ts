import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createDownloadLimit, downloaded } from './download'

const response = () => Object.assign(new EventEmitter(), { destroy: vi.fn() })

describe('A long answer', () => {
  it('ends the connection of a client that takes nothing for half a minute', async () => {
    const clock = createManualClock(0)
    const slow = response()
    const pieces = downloaded(['a', 'b'], slow as never, clock)
    expect(await pieces.next()).toMatchObject({ value: 'a' })
    clock.advance(29_999)
    expect(slow.destroy).not.toHaveBeenCalled()
    clock.advance(1)
    expect(slow.destroy).toHaveBeenCalledTimes(1)
  })

  it('goes on for a client that takes a piece now and then', async () => {
    const clock = createManualClock(0)
    const slow = response()
    const taken: string[] = []
    for await (const piece of downloaded(['a', 'b', 'c'], slow as never, clock)) {
      taken.push(piece)
      clock.advance(29_000)
    }
    clock.advance(60_000)
    expect(taken).toEqual(['a', 'b', 'c'])
    expect(slow.destroy).not.toHaveBeenCalled()
  })

  it('may be had twice at a time by one person and eight times by all, until a connection closes', () => {
    const limit = createDownloadLimit()
    const open = Array.from({ length: 8 }, () => response())
    const begin = (who: string, one = response()) => limit.begin(who, one as never)
    expect([begin('a', open[0]), begin('a', open[1]), begin('a')]).toEqual([true, true, false])
    expect(['b', 'b', 'c', 'c', 'd', 'd'].map((who, at) => begin(who, open[at + 2]))).toEqual(
      Array(6).fill(true),
    )
    expect(begin('e')).toBe(false)
    open[0]?.emit('close')
    expect(begin('e')).toBe(true)
  })
})
