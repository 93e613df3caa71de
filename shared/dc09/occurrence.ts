import type { Instant } from '../lang/instant'
import { instantFault } from '../signals/wrong-detail'
import { instantOfDate, timeOfDay } from './timestamp'

const day = 86_400_000

/**
 * When an event happened by its own time (`HH:MM[:SS]`) and date (`MM-DD-YY[YY]`), taken as UTC. A
 * time without a date means the one nearest to when the message was sent. Null without either, and
 * for the date of a clock that was never set (`01-01-70`).
 */
export function occurrence(
  { time, date }: { readonly time: string | null; readonly date: string | null },
  sentAt: Instant | null,
): Instant | null {
  if (time === null) return null
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const sinceMidnight = timeOfDay(hours, minutes, seconds)
  if (sinceMidnight === null) return null
  if (date !== null) {
    const midnight = midnightOf(date)
    const at = midnight === null ? null : midnight + sinceMidnight
    return at === null || instantFault(at) !== null ? null : at
  }
  return sentAt === null ? null : sinceMidnight + Math.round((sentAt - sinceMidnight) / day) * day
}

function midnightOf(date: string): Instant | null {
  const [month = 0, dayOfMonth = 0, year = 0] = date.split('-').map(Number)
  return instantOfDate(year < 70 ? 2000 + year : year < 100 ? 1900 + year : year, month, dayOfMonth)
}
