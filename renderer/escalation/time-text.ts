import { duration } from '../console/time'

/** A time as it is typed, `0:30`, `12:00`, `1:00:00`; nothing where it is never. */
export const timeText = (ms: number | null): string => (ms === null ? '' : duration(ms))

/** What was typed, ms; null for nothing, undefined where it is no time. */
export function timeFrom(text: string): number | null | undefined {
  const plain = text.trim()
  if (plain === '') return null
  const parts = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(plain)
  if (!parts) return undefined
  const [, hours = '0', minutes = '0', seconds = '0'] = parts
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000
}
