import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hour, minute } from '../lang/instant'
import { dutyAt } from './duty-hours'
import type { Schedule } from './schedule'

const day = 24 * hour
/** Monday, 5 January 1970, 00:00 in Tashkent. */
const monday = 4 * day - 5 * hour
const [mon, tue, wed, thu, fri, sat, sun] = [1, 2, 3, 4, 5, 6, 7].map(
  (iso) => (open: number, close: number) => ({
    day: iso,
    open: open * 60,
    close: close * 60,
  }),
) as [Row, Row, Row, Row, Row, Row, Row]
type Row = (open: number, close: number) => Schedule['hours'][number]
const schedule = (...hours: Schedule['hours']): Schedule => ({ utcOffset: 300, grace: 15, hours })
const office = schedule(mon(9, 18), tue(9, 18), wed(9, 18), thu(9, 18), fri(9, 18))

describe('The duty of a site', () => {
  it('is open from opening until closing, in local time', () => {
    expect(dutyAt(office, monday + 9 * hour - 1)).toMatchObject({
      open: false,
      until: monday + 9 * hour,
    })
    expect(dutyAt(office, monday + 9 * hour)).toEqual({
      open: true,
      since: monday + 9 * hour,
      until: monday + 18 * hour,
    })
    expect(dutyAt(office, monday + 18 * hour)).toMatchObject({
      open: false,
      since: monday + 18 * hour,
    })
  })
  it('is closed on days that are not named, from Friday to Monday', () =>
    expect(dutyAt(office, monday + 5 * day + 12 * hour)).toEqual({
      open: false,
      since: monday + 4 * day + 18 * hour,
      until: monday + 7 * day + 9 * hour,
    }))
  it('reaches over midnight, and over the end of the week', () => {
    const bar = schedule(sat(20, 3), sun(20, 3))
    const sunday = monday + 6 * day
    expect(dutyAt(bar, sunday + 2 * hour)).toMatchObject({ open: true, until: sunday + 3 * hour })
    expect(dutyAt(bar, sunday + 7 * day + 26 * hour)).toEqual({
      open: true,
      since: sunday + 7 * day + 20 * hour,
      until: sunday + 7 * day + 27 * hour,
    })
    expect(dutyAt(bar, monday + 2 * hour)).toMatchObject({ open: true, since: monday - 4 * hour })
  })
  it('has no closing where the next opening follows at once', () => {
    const twoDays = schedule(mon(8, 0), tue(0, 20))
    expect(dutyAt(twoDays, monday + 23 * hour)).toEqual({
      open: true,
      since: monday + 8 * hour,
      until: monday + 44 * hour,
    })
  })
  it('of a site open around the clock has neither beginning nor end', () => {
    const always = schedule(...[mon, tue, wed, thu, fri, sat, sun].map((row) => row(0, 0)))
    expect(dutyAt(always, monday + 30 * hour)).toEqual({ open: true, since: null, until: null })
  })
  it('of a site that never opens is to be closed always', () =>
    expect(dutyAt(schedule(), monday)).toEqual({ open: false, since: null, until: null }))
  it('is open a whole day from an opening to the same minute', () =>
    expect(dutyAt(schedule(wed(7, 7)), monday + 2 * day + 8 * hour)).toMatchObject({
      open: true,
      until: monday + 3 * day + 7 * hour,
    }))
})

const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  utcOffset: fc.integer({ min: -720, max: 840 }),
  grace: fc.integer({ min: 0, max: 240 }),
  hours: fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 7 }),
      open: fc.integer({ min: 0, max: 1_439 }),
      close: fc.oneof(fc.integer({ min: 0, max: 1_439 }), fc.constant(0)),
    }),
    { maxLength: 7 },
  ),
})
/** From before 1970 to beyond 2100, of which some are exactly on a minute. */
const anyInstant = fc.oneof(
  fc.integer({ min: -(10 ** 12), max: 5 * 10 ** 12 }),
  fc.integer({ min: -(10 ** 7), max: 10 ** 8 }).map((minutes) => minutes * minute),
)

/** The same, minute by minute of the week, without any merging. */
function isOpen({ utcOffset, hours }: Schedule, at: number): boolean {
  const minutes = Math.floor(at / minute) + utcOffset - 4 * 1_440
  const inWeek = ((minutes % 10_080) + 10_080) % 10_080
  return hours.some(({ day: iso, open, close }) => {
    const from = (iso - 1) * 1_440 + open
    const length = (close - open + 1_440) % 1_440 || 1_440
    return (inWeek - from + 10_080) % 10_080 < length
  })
}

describe('Of any schedule and instant the duty', () => {
  it('is what the hours of the week say', () =>
    fc.assert(
      fc.property(anySchedule, anyInstant, (any, at) => {
        expect(dutyAt(any, at).open).toBe(isOpen(any, at))
      }),
      { numRuns: 2_000 },
    ))
  it('lasts around that instant, and changes over at both ends', () =>
    fc.assert(
      fc.property(anySchedule, anyInstant, (any, at) => {
        const { open, since, until } = dutyAt(any, at)
        if (since === null || until === null) {
          expect([since, until]).toEqual([null, null])
          return
        }
        expect(since <= at && at < until).toBe(true)
        expect([
          isOpen(any, since - 1),
          isOpen(any, since),
          isOpen(any, until - 1),
          isOpen(any, until),
        ]).toEqual([!open, open, open, !open])
        expect(dutyAt(any, since)).toEqual({ open, since, until })
        expect(dutyAt(any, until)).toMatchObject({ open: !open, since: until })
      }),
      { numRuns: 2_000 },
    ))
  it('is the same a week later', () =>
    fc.assert(
      fc.property(anySchedule, anyInstant, (any, at) => {
        const later = dutyAt(any, at + 7 * day)
        const { open, since, until } = dutyAt(any, at)
        expect(later).toEqual({
          open,
          since: since === null ? null : since + 7 * day,
          until: until === null ? null : until + 7 * day,
        })
      }),
    ))
})
