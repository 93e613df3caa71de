import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createHeadStart } from './head-start'

const stage = () => {
  const clock = createManualClock(0)
  const headStart = createHeadStart(clock, 1_500)
  let begun = 0
  headStart.afterwards(() => {
    begun += 1
  })
  return { clock, headStart, begun: () => begun }
}

describe('a head start', () => {
  it('lets others begin when it is over, once', () => {
    const { clock, headStart, begun } = stage()
    clock.advance(100)
    expect(begun()).toBe(0)
    headStart.over()
    headStart.over()
    clock.advance(5_000)
    expect(begun()).toBe(1)
  })

  it('ends by itself, so that a window that never draws holds up no hub', () => {
    const { clock, begun } = stage()
    clock.advance(1_499)
    expect(begun()).toBe(0)
    clock.advance(1)
    expect(begun()).toBe(1)
  })

  it('holds up nothing that comes after it', () => {
    const { headStart } = stage()
    headStart.over()
    let later = false
    headStart.afterwards(() => {
      later = true
    })
    expect(later).toBe(true)
  })

  it('lets nothing begin once it was dropped', () => {
    const { clock, headStart, begun } = stage()
    headStart.drop()
    clock.advance(2_000)
    headStart.over()
    expect(begun()).toBe(0)
  })
})
