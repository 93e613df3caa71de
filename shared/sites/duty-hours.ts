import { hour, type Instant, minute } from '../lang/instant'
import type { Schedule } from './schedule'

/** Whether a site should be open at an instant, and the period of the same duty around it. */
export interface Duty {
  readonly open: boolean
  readonly since: Instant | null
  readonly until: Instant | null
}

const day = 24 * hour
const week = 7 * day
/** 1970 began on a Thursday; the first Monday came four days later. */
const firstMonday = 4 * day

const remainder = (value: number, by: number): number => ((value % by) + by) % by

/**
 * An open period of the week, in ms since Monday's local midnight. It begins within the week and
 * may end in the next.
 */
interface Period {
  readonly from: number
  readonly to: number
}

/**
 * What a schedule asks of a site at an instant. Hours that touch or overlap are one period: nobody
 * waits for a closing at midnight when the next day's opening follows at once. Local time has a
 * fixed UTC offset: no summer time, no day of 23 hours.
 */
export function dutyAt(schedule: Schedule, at: Instant): Duty {
  const periods = openPeriods(schedule)
  const [first] = periods
  if (first === undefined) return { open: false, since: null, until: null }
  if (first.to - first.from >= week) return { open: true, since: null, until: null }
  const inWeek = remainder(at + schedule.utcOffset * minute - firstMonday, week)
  const monday = at - inWeek
  // The neighbouring weeks count too: a period may run over Sunday night, and the next may be next
  // Monday's.
  const around = [-week, 0, week].flatMap((shift) =>
    periods.map(({ from, to }) => ({ from: from + shift, to: to + shift })),
  )
  const now = around.find(({ from, to }) => from <= inWeek && inWeek < to)
  if (now) return { open: true, since: monday + now.from, until: monday + now.to }
  const ended = Math.max(...around.map(({ to }) => to).filter((to) => to <= inWeek))
  const begins = Math.min(...around.map(({ from }) => from).filter((from) => from > inWeek))
  return { open: false, since: monday + ended, until: monday + begins }
}

/**
 * The week's open periods in order, none touching another. One as long as the week means open
 * around the clock.
 */
function openPeriods({ hours }: Schedule): readonly Period[] {
  const merged: Period[] = []
  for (const next of hours.map(periodOf).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && next.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) }
    else merged.push(next)
  }
  return joinAcrossSunday(merged)
}

/** A closing at the minute of the opening is a whole day later. */
function periodOf({ day: weekday, open, close }: Schedule['hours'][number]): Period {
  const from = (weekday - 1) * day + open * minute
  return { from, to: from + (remainder((close - open) * minute, day) || day) }
}

/** The last period may run into next Monday and touch the first there. */
function joinAcrossSunday(periods: readonly Period[]): readonly Period[] {
  const [first, ...others] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined || last.to - week < first.from) return periods
  if (others.length === 0) return [{ from: first.from, to: first.from + week }]
  const joined = { from: last.from, to: Math.max(last.to, first.to + week) }
  return joinAcrossSunday([...others.slice(0, -1), joined])
}
