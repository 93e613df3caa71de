import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { storeOnce, storeUntilDone } from './storing'

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('What nobody repeats', () => {
  it('is tried until it is stored, and what came after it waits, so that their order stays', async () => {
    const clock = createManualClock()
    const { store } = storeUntilDone(clock)
    const stored: string[] = []
    let diskFull = true
    const line = (name: string) => async () => {
      if (diskFull) throw new Error('disk full')
      stored.push(name)
    }
    const both = Promise.all([store(line('alarm')), store(line('restoral'))])
    await settle()
    clock.advance(1_000)
    await settle()
    expect(stored).toEqual([])
    diskFull = false
    clock.advance(1_000)
    expect(await both).toEqual([true, true])
    expect(stored).toEqual(['alarm', 'restoral'])
  })

  it('is given up when the hub stops', async () => {
    const { store, stop } = storeUntilDone(createManualClock())
    const trying = store(() => Promise.reject(new Error('disk full')))
    await settle()
    stop()
    expect(await trying).toBe(false)
  })
})

describe('What is repeated by its sender', () => {
  it('is tried once', async () => {
    expect(await storeOnce(() => Promise.reject(new Error('disk full')))).toBe(false)
    expect(await storeOnce(() => Promise.resolve([]))).toBe(true)
  })
})
