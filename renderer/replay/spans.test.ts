import { describe, expect, it } from 'vitest'
import { hour, minute } from '../../shared/lang/instant'
import { fromField, toField } from '../console/time-field'
import { lastOf, replayFromQuery, timeInSpan, within } from './spans'
import { alarmTicks } from './ticks'

/** 22.11.2026 04:13:00 on the wall clock of the unit (UTC+5). */
const quarterPastFour = Date.UTC(2026, 10, 21, 23, 13)
const recorded = { from: quarterPastFour - 2 * hour, to: quarterPastFour + 20 * hour }

describe('the spans of a replay', () => {
  it('count back from the end of the recording, no farther than its beginning', () => {
    expect(lastOf(recorded, hour)).toEqual({ from: recorded.to - hour, to: recorded.to })
    expect(lastOf(recorded, Number.POSITIVE_INFINITY)).toEqual(recorded)
  })
  it('are cut to what is recorded, and refused when nothing of them is', () => {
    expect(within(recorded, { from: 0, to: recorded.from + minute })).toEqual({
      from: recorded.from,
      to: recorded.from + minute,
    })
    expect(within(recorded, { from: 0, to: recorded.from })).toBeNull()
    expect(within(recorded, { from: recorded.to, to: recorded.from })).toBeNull()
  })
  it('come with the address of the window, and of which unit they are', () => {
    expect(replayFromQuery('?replay=1000-61000&unit=unit-1')).toEqual({
      unit: 'unit-1',
      span: { from: 1_000, to: 61_000 },
    })
    for (const wrong of ['', '?replay=', '?replay=5-5', '?replay=9-1', '?replay=a-b'])
      expect(replayFromQuery(`${wrong}&unit=unit-1`)).toBeNull()
    expect(replayFromQuery('?replay=1000-61000')).toBeNull()
  })
})

describe('a moment written by hand', () => {
  it('is on the wall clock of the unit, whatever clock the machine shows', () => {
    expect(toField(quarterPastFour)).toBe('22.11.2026 04:13')
    expect(fromField(' 22.11.2026 4:13 ')).toBe(quarterPastFour)
  })
  it('is refused when there is no such moment', () => {
    for (const wrong of [
      '',
      '22.11.2026',
      '31.02.2026 04:13',
      '22.11.2026 25:00',
      '11/22/2026 04:13',
    ])
      expect(fromField(wrong)).toBeNull()
  })
  it('means the day shown, or the next or last one where only that is recorded', () => {
    expect(timeInSpan(recorded, quarterPastFour, '04:13:20')).toBe(quarterPastFour + 20_000)
    expect(timeInSpan(recorded, quarterPastFour, '0:05')).toBe(
      quarterPastFour + 19 * hour + 52 * minute,
    )
    expect(timeInSpan(recorded, recorded.to, '23:00')).toBe(
      quarterPastFour + 18 * hour + 47 * minute,
    )
    for (const wrong of ['', '4', '24:00', '04:60', 'noon', '01:00'])
      expect(timeInSpan(recorded, quarterPastFour, wrong)).toBeNull()
  })
})

describe('the ticks of the scrubber', () => {
  const alarm = (raisedAt: number, priority: 1 | 2 | 3 | 4) => ({ raisedAt, priority })
  const ticks = (...alarms: ReturnType<typeof alarm>[]) =>
    alarmTicks({ alarms } as unknown as Parameters<typeof alarmTicks>[0], { from: 0, to: 100_000 })
  it('stand where the alarms were raised, in per mille of the span', () =>
    expect(ticks(alarm(50_000, 2), alarm(0, 4), alarm(100_001, 1))).toEqual([
      { at: 0, priority: 4 },
      { at: 500, priority: 2 },
    ]))
  it('show the gravest where several fall on one place', () =>
    expect(ticks(alarm(50_000, 3), alarm(50_010, 1), alarm(49_990, 2))).toEqual([
      { at: 500, priority: 1 },
    ]))
})
