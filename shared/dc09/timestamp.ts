import type { Instant } from '../lang/instant'

const day = 86_400_000
const wording = /^(\d\d):(\d\d):(\d\d),(\d\d)-(\d\d)-(\d{4})$/

/** Last and first second a four-digit year can name. */
const lastInstant = daysFromCivil(10_000, 1, 1) * day - 1
const firstInstant = daysFromCivil(0, 1, 1) * day

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar (Howard Hinnant's
 * days_from_civil): the year is counted from March, so that the leap day is its last.
 */
function daysFromCivil(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** Midnight UTC of a date; null when there is no such day. */
export function instantOfDate(year: number, month: number, dayOfMonth: number): Instant | null {
  if (month < 1 || month > 12 || dayOfMonth < 1) return null
  const days = daysFromCivil(year, month, dayOfMonth)
  const back = civilFromDays(days)
  return back.month === month && back.day === dayOfMonth ? days * day : null
}

/** Milliseconds since midnight; null for an impossible time. A leap second (60) is not accepted. */
export function timeOfDay(hours: number, minutes: number, seconds: number): number | null {
  return hours > 23 || minutes > 59 || seconds > 59
    ? null
    : ((hours * 60 + minutes) * 60 + seconds) * 1000
}

/**
 * `HH:MM:SS,MM-DD-YYYY` (UTC, DC-09; without the leading underscore) as an instant; null for an
 * impossible time.
 */
export function parseTimestamp(text: string): Instant | null {
  const match = wording.exec(text)
  if (match === null) return null
  const time = timeOfDay(Number(match[1]), Number(match[2]), Number(match[3]))
  const date = instantOfDate(Number(match[6]), Number(match[4]), Number(match[5]))
  return time === null || date === null ? null : date + time
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/**
 * An instant as DC-09 writes it, cut to the second. Beyond a four-digit year, the nearest instant
 * it can name.
 */
export function formatTimestamp(instant: Instant): string {
  const known = Number.isNaN(instant) ? 0 : Math.min(Math.max(instant, firstInstant), lastInstant)
  const days = Math.floor(known / day)
  const seconds = Math.floor((known - days * day) / 1000)
  const { year, month, day: dayOfMonth } = civilFromDays(days)
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return `${time},${two(month)}-${two(dayOfMonth)}-${String(year).padStart(4, '0')}`
}
