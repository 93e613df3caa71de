import { clockTime, unitOffset } from '../../shared/lang/clock-time'
import type { Instant } from '../../shared/lang/instant'

const two = (value: number) => String(value).padStart(2, '0')

/**
 * A span of ms as `0:05`, `12:40`, `3:07:12`; never negative, since two clocks may differ slightly.
 */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const rest = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

/** `HH:MM:SS` on the wall clock of the duty unit. */
export const wallTime = (at: Instant): string => clockTime(at)

export const wallMinute = (at: Instant): string => clockTime(at).slice(0, 5)

/** Date on the unit's calendar: `22.11.2026`, and the day of the week (0 is Sunday) for wording. */
export function wallDate(at: Instant): { readonly date: string; readonly weekday: number } {
  const local = new Date(at + unitOffset)
  const date = `${two(local.getUTCDate())}.${two(local.getUTCMonth() + 1)}.${local.getUTCFullYear()}`
  return { date, weekday: local.getUTCDay() }
}

/**
 * The time for an instant of today, `22.11. 14:05` for another day: a time alone would be taken for
 * today's.
 */
export function wallMoment(at: Instant, now: Instant): string {
  const { date } = wallDate(at)
  return date === wallDate(now).date ? wallTime(at) : `${date.slice(0, 6)} ${wallMinute(at)}`
}
