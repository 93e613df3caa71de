import { unitOffset } from '../../shared/lang/clock-time'
import type { Instant } from '../../shared/lang/instant'

const two = (value: number) => String(value).padStart(2, '0')

/** `22.11.2026 04:13`: the screen's date and time format, whatever this machine prefers. */
export function toField(at: Instant): string {
  const local = new Date(at + unitOffset)
  const date = `${two(local.getUTCDate())}.${two(local.getUTCMonth() + 1)}.${local.getUTCFullYear()}`
  return `${date} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

/** The instant a text means; null when it is none. */
export function fromField(text: string): Instant | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\s+(\d{1,2})[:.](\d{2})$/.exec(text.trim())
  if (!match) return null
  const [day, month, year, hours, minutes] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const at = Date.UTC(year, month - 1, day, hours, minutes) - unitOffset
  // 31.02. or 25:00 would roll over into another day, which is not what was meant.
  return toField(at) === `${two(day)}.${two(month)}.${year} ${two(hours)}:${two(minutes)}`
    ? at
    : null
}
