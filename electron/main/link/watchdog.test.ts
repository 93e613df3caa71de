import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { beatInterval, beatTimeout } from '../../../shared/wire/console-feed'
import { createWatchdog } from './watchdog'

function watch() {
  const clock = createManualClock(1_000)
  const silences: number[] = []
  const watchdog = createWatchdog(clock, beatTimeout, () => silences.push(clock.now()))
  return { clock, silences, watchdog }
}

describe('the watchdog of the link', () => {
  it('is quiet while beats come', () => {
    const { clock, silences, watchdog } = watch()
    for (let beat = 0; beat < 100; beat++) {
      watchdog.heard()
      clock.advance(beatInterval)
    }
    expect(silences).toEqual([])
  })
  it('speaks once, within three seconds of the last word', () => {
    const { clock, silences, watchdog } = watch()
    watchdog.heard()
    clock.advance(10_000)
    expect(silences).toHaveLength(1)
    expect((silences[0] ?? 0) - 1_000).toBeLessThanOrEqual(3_000)
  })
  it('says nothing before there was a word, nor after it was stopped', () => {
    const { clock, silences, watchdog } = watch()
    clock.advance(10_000)
    watchdog.heard()
    watchdog.stop()
    clock.advance(10_000)
    expect(silences).toEqual([])
  })
  it('watches again after the next word', () => {
    const { clock, silences, watchdog } = watch()
    watchdog.heard()
    clock.advance(5_000)
    watchdog.heard()
    clock.advance(5_000)
    expect(silences).toHaveLength(2)
  })
  it('does not blame the hub for words that lay waiting while this process stood still', () => {
    const { clock, silences, watchdog } = watch()
    watchdog.heard()
    // The timers of a process that stood still come due first; its socket is read right after.
    clock.advance(beatTimeout)
    watchdog.heard()
    clock.advance(1_000)
    expect(silences).toEqual([])
  })
  it('is more patient when told to be', () => {
    const { clock, silences, watchdog } = watch()
    watchdog.heard(60_000)
    clock.advance(30_000)
    expect(silences).toEqual([])
    watchdog.heard(beatTimeout)
    clock.advance(3_000)
    expect(silences).toHaveLength(1)
  })
})
