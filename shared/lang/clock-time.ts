import type { Instant } from './instant'

const two = (value: number) => String(value).padStart(2, '0')

/**
 * `HH:MM:SS` of an instant at a fixed offset from UTC in minutes (Uzbekistan keeps UTC+5 all year).
 */
export function clockTime(at: Instant, offsetMinutes = 300): string {
  const seconds = Math.floor(at / 1000) + offsetMinutes * 60
  const day = ((seconds % 86_400) + 86_400) % 86_400
  return `${two(Math.floor(day / 3600))}:${two(Math.floor((day % 3600) / 60))}:${two(day % 60)}`
}
