import { z } from 'zod'

const minuteOfDay = z.number().int().min(0).max(1_439)

/**
 * A site's duty hours on one day, in minutes since local midnight. A closing before the opening is
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

/** When a site opens and closes. Days not listed stay closed. */
export const scheduleSchema = z.object({
  /** Local time's offset from UTC in minutes; Uzbekistan keeps 300 all year. */
  utcOffset: z.number().int().min(-720).max(840),
  /** Minutes a site may be late before anybody is told. */
  grace: z.number().int().min(0).max(240),
  hours: z.array(dutyHoursSchema).max(7),
})
export type Schedule = z.output<typeof scheduleSchema>
