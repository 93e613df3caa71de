import { describe, expect, it } from 'vitest'
import { calm, densityTurned, densityUnder } from './queue-density'

const storm = densityUnder(calm, 11)

describe('the queue', () => {
  it('stands wide up to ten alarms per officer in ten minutes, and dense beyond', () => {
    expect(densityUnder(calm, 10).storm).toBe(false)
    expect(storm.storm).toBe(true)
  })
  it('stays dense when the storm is over, until the key', () => {
    const over = densityUnder(storm, 2)
    expect(over.storm).toBe(true)
    expect(densityTurned(over).storm).toBe(false)
  })
  it('does not become dense again in the storm in which the key made it wide', () => {
    const wide = densityTurned(storm)
    expect(densityUnder(wide, 40).storm).toBe(false)
    expect(densityUnder(densityUnder(wide, 3), 40).storm).toBe(true)
  })
  it('becomes dense by the key at any load', () => expect(densityTurned(calm).storm).toBe(true))
  it('is the same object while nothing changes', () => {
    expect(densityUnder(calm, 3)).toBe(calm)
    expect(densityUnder(storm, 30)).toBe(storm)
  })
})
