import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createDrawnWatch, drawnPatience } from './drawn-watch'

function watching() {
  const clock = createManualClock()
  const stopped: (readonly [drawn: number, told: number])[] = []
  return {
    clock,
    stopped,
    watch: createDrawnWatch(clock, (drawn, told) => stopped.push([drawn, told])),
  }
}

describe('a window that was told of entries', () => {
  it('has stopped when it reports no drawing in time', () => {
    const { clock, stopped, watch } = watching()
    watch.told(10)
    watch.drawn(10)
    watch.told(11)
    clock.advance(drawnPatience - 1)
    watch.told(12)
    expect(stopped).toEqual([])
    clock.advance(1)
    expect(stopped).toEqual([[10, 12]])
  })
  it('is slow and not stopped while it reports some progress', () => {
    const { clock, stopped, watch } = watching()
    watch.told(100)
    for (const seq of [10, 20, 30]) {
      clock.advance(drawnPatience - 1)
      watch.drawn(seq)
    }
    expect(stopped).toEqual([])
  })
  it('is left alone while nothing happens', () => {
    const { clock, stopped, watch } = watching()
    watch.told(10)
    watch.drawn(10)
    clock.advance(10 * drawnPatience)
    expect(stopped).toEqual([])
  })
  it('gets its time anew when its page begins anew, and is noticed again', () => {
    const { clock, stopped, watch } = watching()
    watch.told(10)
    clock.advance(drawnPatience)
    watch.attached()
    clock.advance(drawnPatience - 1)
    expect(stopped.length).toBe(1)
    clock.advance(1)
    expect(stopped.length).toBe(2)
  })
})
