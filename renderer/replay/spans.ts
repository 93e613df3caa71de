import type { ReplaySpan, UnitId } from '../../shared/ipc/contract'
import { unitOffset } from '../../shared/lang/clock-time'
import { hour, type Instant, minute } from '../../shared/lang/instant'

/**
 * The usual spans to watch, counted back from the end of the recording. A shift is twelve hours.
 */
export const usualSpans = [
  { id: 'quarter', length: 15 * minute },
  { id: 'hour', length: hour },
  { id: 'shift', length: 12 * hour },
  { id: 'all', length: Number.POSITIVE_INFINITY },
] as const

/** ms. Anything shorter is not worth watching. */
export const shortestSpan = 10_000

export const lastOf = ({ from, to }: ReplaySpan, length: number): ReplaySpan => ({
  from: Math.max(from, to - length),
  to,
})

/** The recorded part of a requested span; null when none of it is worth watching. */
export function within(recorded: ReplaySpan, wished: ReplaySpan): ReplaySpan | null {
  const from = Math.max(recorded.from, wished.from)
  const to = Math.min(recorded.to, wished.to)
  return to - from >= shortestSpan ? { from, to } : null
}

export interface ReplayWanted {
  readonly unit: UnitId
  readonly span: ReplaySpan
}

/** Reads `?replay=from-to&unit=id` from the window's address; null when it is not a replay. */
export function replayFromQuery(search: string): ReplayWanted | null {
  const query = new URLSearchParams(search)
  const match = /^(\d+)-(\d+)$/.exec(query.get('replay') ?? '')
  const unit = query.get('unit')
  if (!match || !unit) return null
  const span = { from: Number(match[1]), to: Number(match[2]) }
  return span.to > span.from ? { unit, span } : null
}

const day = 24 * hour

/**
 * The recorded instant of a wall-clock time (`4:13`, `04:13:20`), on the day shown or the nearest
 * day to it; null when it is no time, or not recorded.
 */
export function timeInSpan(span: ReplaySpan, shown: Instant, text: string): Instant | null {
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  const midnight = Math.floor((shown + unitOffset) / day) * day - unitOffset
  const at = midnight + hours * hour + minutes * minute + seconds * 1000
  return (
    [at, at - day, at + day].find((candidate) => candidate >= span.from && candidate <= span.to) ??
    null
  )
}
