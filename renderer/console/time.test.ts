import { describe, expect, it } from 'vitest'
import { duration, wallDate, wallTime } from './time'

describe('times on screen', () => {
  it('shows spans as minutes and seconds, with hours when there are any', () => {
    expect([duration(0), duration(5_400), duration(125_000), duration(11_232_000)]).toEqual([
      '0:00',
      '0:05',
      '2:05',
      '3:07:12',
    ])
  })
  it('never shows a negative span, since two clocks may differ', () =>
    expect(duration(-900)).toBe('0:00'))
  it('shows the duty unit its own time and day, whatever the machine is set to', () => {
    const lateEvening = Date.UTC(2026, 10, 22, 20, 14, 7)
    expect(wallTime(lateEvening)).toBe('01:14:07')
    expect(wallDate(lateEvening)).toEqual({ date: '23.11.2026', weekday: 1 })
  })
})
