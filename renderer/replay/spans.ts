import type { ReplaySpan } from '../../shared/ipc/contract'
import { hour, type Instant, minute } from '../../shared/lang/instant'

/** The usual spans to watch, counted back from the end of the recording. A shift lasts twelve hours. */
export const usualSpans = [
  { id: 'quarter', length: 15 * minute },
  { id: 'hour', length: hour },
  { id: 'shift', length: 12 * hour },
  { id: 'all', length: Number.POSITIVE_INFINITY },
] as const

/** Nothing shorter can be watched with any sense, ms. */
export const shortestSpan = 10_000

/** The last `length` ms of what is recorded. */
export const lastOf = ({ from, to }: ReplaySpan, length: number): ReplaySpan => ({
  from: Math.max(from, to - length),
  to,
})

/** The part of a wished span that is recorded; null when there is none worth watching. */
export function within(recorded: ReplaySpan, wished: ReplaySpan): ReplaySpan | null {
  const from = Math.max(recorded.from, wished.from)
  const to = Math.min(recorded.to, wished.to)
  return to - from >= shortestSpan ? { from, to } : null
}

/** Uzbekistan keeps UTC+5 all year; the officer writes the unit's wall clock, whatever clock this machine shows. */
const unitOffset = 5 * hour

/** `2026-11-22T04:13`, as a date-and-time field holds it. */
export const toField = (at: Instant): string => new Date(at + unitOffset).toISOString().slice(0, 16)

/** The instant a date-and-time field means; null while it is not filled in. */
export function fromField(value: string): Instant | null {
  const at = Date.parse(`${value}Z`)
  return Number.isNaN(at) ? null : at - unitOffset
}

/** `?replay=from-to` of the window's address; null when it is not a replay. */
export function spanFromQuery(search: string): ReplaySpan | null {
  const match = /^(\d+)-(\d+)$/.exec(new URLSearchParams(search).get('replay') ?? '')
  if (!match) return null
  const span = { from: Number(match[1]), to: Number(match[2]) }
  return span.to > span.from ? span : null
}
