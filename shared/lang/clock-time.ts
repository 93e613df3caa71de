import { type Instant, minute } from './instant'

const two = (value: number) => String(value).padStart(2, '0')

/** Minutes from UTC to the unit's wall clock: Uzbekistan keeps UTC+5 all year. */
export const unitOffsetMinutes = 300
/** In ms. Officers read and write the unit's wall clock, whatever this machine shows. */
export const unitOffset = unitOffsetMinutes * minute

/** `HH:MM:SS` of an instant at a fixed offset from UTC in minutes. */
export function clockTime(at: Instant, offsetMinutes = unitOffsetMinutes): string {
  const seconds = Math.floor(at / 1000) + offsetMinutes * 60
  const day = ((seconds % 86_400) + 86_400) % 86_400
  return `${two(Math.floor(day / 3600))}:${two(Math.floor((day % 3600) / 60))}:${two(day % 60)}`
}
