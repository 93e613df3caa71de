import { z } from 'zod'

const minuteOfDay = z.number().int().min(0).max(1_439)

/**
 * One day's duty hours of a site, minutes since local midnight. A closing before the opening is one
 * after midnight.
 */
export const dutyHoursSchema = z.object({
  /** 1 Monday … 7 Sunday (ISO 8601). */
  day: z.number().int().min(1).max(7),
  /** Must be disarmed by then. */
  open: minuteOfDay,
  /** Must be armed by then. */
  close: minuteOfDay,
})

/** When a site opens and closes. Days not named stay closed. */
export const scheduleSchema = z.object({
  /** Local time's distance from UTC, minutes; Uzbekistan keeps 300 all year. */
  utcOffset: z.number().int().min(-720).max(840),
  /** Minutes a site may be late before somebody is told. */
  grace: z.number().int().min(0).max(240),
  hours: z.array(dutyHoursSchema).max(7),
})
export type Schedule = z.output<typeof scheduleSchema>
