import { describe, expect, it } from 'vitest'
import type { RecordsState } from '../../shared/records/answer'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { keepUp } from './keep-up'

/** A runner with so many batches to take in, each of which takes 40 ms. */
function following(batches: number) {
  const clock = createManualClock(0)
  const steps: number[] = []
  let left = batches
  let worked = 0
  let fault: string | null = null
  const runner = {
    step() {
      steps.push(clock.now())
      worked += 40
      if (fault === null && left > 0) left -= 1
      return fault === null && left > 0
    },
    state: (): RecordsState => ({ seq: 0, head: 0, fault }),
  }
  const keeping = keepUp(runner, clock, { elapsed: () => clock.now() + worked })
  return {
    ...{ clock, steps, keeping },
    fail(text: string | null) {
      fault = text
    },
  }
}

describe('records that follow their journal', () => {
  it('take in what came meanwhile at once, a moment after the first of it', () => {
    const { clock, steps, keeping } = following(1)
    for (let entry = 0; entry < 5; entry += 1) keeping.grown()
    clock.advance(199)
    expect(steps).toEqual([])
    clock.advance(1)
    expect(steps).toEqual([200])
  })

  it('rest as long as they work while there is more and nothing new comes', () => {
    const { clock, steps, keeping } = following(4)
    keeping.grown()
    for (let ms = 0; ms < 2_000; ms += 1) clock.advance(1)
    const [first = 0, ...others] = steps
    expect(first).toBe(200)
    expect(others.slice(1).map((at, n) => at - (others[n] ?? 0))).toEqual([40, 40])
  })

  it('rest eight times as long while entries go on coming', () => {
    const { clock, steps, keeping } = following(1_000)
    for (let ms = 0; ms < 5_000; ms += 1) {
      keeping.grown()
      clock.advance(1)
    }
    const rests = steps.slice(2).map((at, n) => at - (steps[n + 1] ?? 0))
    expect(rests.length).toBeGreaterThan(5)
    expect(new Set(rests)).toEqual(new Set([320]))
  })

  it('try again after trouble by themselves, and not before', () => {
    const { clock, steps, keeping, fail } = following(1)
    fail('the disk is full')
    keeping.grown()
    clock.advance(200)
    clock.advance(4_999)
    expect(steps).toEqual([200])
    fail(null)
    clock.advance(1)
    expect(steps).toEqual([200, 5_200])
    clock.advance(60_000)
    expect(steps).toHaveLength(2)
  })

  it('take in nothing more once they are stopped', () => {
    const { clock, steps, keeping } = following(2)
    keeping.grown()
    keeping.stop()
    keeping.grown()
    clock.advance(60_000)
    expect(steps).toEqual([])
  })
})
