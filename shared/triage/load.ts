import type { SessionEntry } from '../accounts/session-events'
import { hour, type Instant, minute, second } from '../lang/instant'

/** How many alarms were offered to the officers in each moment, and how many officers there are. */
export interface Load {
  /**
   * Alarms offered in the last ten minutes, in steps of ten seconds, oldest first. Bundled ones are
   * not offered.
   */
  readonly offered: readonly { readonly from: Instant; readonly count: number }[]
  /** Sessions of officers and supervisors. */
  readonly sessions: readonly LoadSession[]
  /**
   * Since when there has been a flood, as of the last change. `loadOf` tells whether it still
   * lasts.
   */
  readonly floodSince: Instant | null
  /** Floods that ended in the last twelve hours. */
  readonly floods: readonly Flood[]
  /** ms in all ended floods. */
  readonly endedFloodMs: number
}
export interface LoadSession {
  readonly sessionId: string
  readonly officerId: string
  readonly since: Instant
  readonly name: string
  readonly role: 'officer' | 'supervisor'
}
export interface Flood {
  readonly from: Instant
  readonly to: Instant
}

export const noLoad: Load = {
  offered: [],
  sessions: [],
  floodSince: null,
  floods: [],
  endedFloodMs: 0,
}

/**
 * The span of the measure: ISA-18.2 counts alarms per ten minutes and operator, as its guides quote
 * it.
 */
export const loadSpan = 10 * minute
/**
 * A flood begins above this many alarms per officer in ten minutes (ISA-18.2 and EEMUA 191, as
 * quoted)…
 */
export const floodBegins = 10
/** …and ends below this many. In between it lasts, so that it does not flutter. */
export const floodEnds = 5
/** Time in flood is reported for one shift. */
export const floodHistory = 12 * hour
/**
 * An unended session is over by then: hub sessions hold as long (hub/accounts/session-store.ts).
 */
export const longestSession = 16 * hour

/** The window moves in steps of this many ms, which bounds what is kept to 60 counts. */
const step = 10 * second
/**
 * A flood lasts minutes; more than this many in twelve hours would be a bug, and must not grow the
 * room.
 */
const keptFloods = 200
/** Sessions of one unit: a bound against a script that signs in again and again. */
const keptSessions = 500

/** Officers and supervisors signed in, each person once. */
export const officersAt = ({ sessions }: Load, at: Instant): number =>
  new Set(
    sessions.filter(({ since }) => at - since < longestSession).map(({ officerId }) => officerId),
  ).size

/**
 * Alarms offered per officer in the ten minutes before `at`; with nobody signed in, as if one were.
 */
export const rateAt = (load: Load, at: Instant): number =>
  sum(load.offered.filter(({ from }) => at - from < loadSpan)) / divisor(load, at)

/** When the flood of `load` ended; null when there is none or it still lasts at `at`. */
export function floodEnd(load: Load, at: Instant): Instant | null {
  if (load.floodSince === null) return null
  const officers = divisor(load, at)
  let left = sum(load.offered)
  for (const { from, count } of load.offered) {
    if (at - from < loadSpan) return null
    left -= count
    if (left / officers < floodEnds) return from + loadSpan
  }
  return null
}

export function offer(load: Load, at: Instant, count = 1): Load {
  if (count === 0) return load
  const settled = settle(load, at)
  const from = Math.floor(at / step) * step
  const recent = settled.offered.filter((part) => at - part.from < loadSpan)
  const last = recent.at(-1)
  const offered =
    last?.from === from
      ? [...recent.slice(0, -1), { from, count: last.count + count }]
      : [...recent, { from, count }]
  return begin({ ...settled, offered }, at)
}

export const foldSession = (load: Load, entry: SessionEntry): Load =>
  entry.type === 'officer-signed-in' ? signedIn(load, entry) : signedOut(load, entry)

function signedIn(load: Load, { at, by, data }: SessionEntry<'officer-signed-in'>): Load {
  if (by.role !== 'officer' && by.role !== 'supervisor') return load
  const others = load.sessions.filter(
    ({ sessionId, since }) => sessionId !== data.sessionId && at - since < longestSession,
  )
  const { id: officerId, name, role } = by
  const session = { sessionId: data.sessionId, officerId, since: at, name, role }
  return reckon(
    { ...settle(load, at), sessions: [...others.slice(-(keptSessions - 1)), session] },
    at,
  )
}

function signedOut(load: Load, { at, data }: SessionEntry<'officer-signed-out'>): Load {
  const sessions = load.sessions.filter(({ sessionId }) => sessionId !== data.sessionId)
  return sessions.length === load.sessions.length
    ? load
    : reckon({ ...settle(load, at), sessions }, at)
}

const sum = (parts: Load['offered']): number => parts.reduce((all, { count }) => all + count, 0)
const divisor = (load: Load, at: Instant): number => Math.max(1, officersAt(load, at))

const begin = (load: Load, at: Instant): Load =>
  load.floodSince === null && rateAt(load, at) > floodBegins ? { ...load, floodSince: at } : load

/** Records a flood that has ended by now. */
function settle(load: Load, at: Instant): Load {
  const to = floodEnd(load, at)
  return to === null ? load : ended(load, to)
}

/** With another number of officers, the same alarms may become a flood or stop being one. */
function reckon(load: Load, at: Instant): Load {
  const flood = load.floodSince !== null && rateAt(load, at) < floodEnds
  return flood ? ended(load, at) : begin(load, at)
}

function ended(load: Load, to: Instant): Load {
  const from = load.floodSince ?? to
  const floods = [
    ...load.floods.filter((flood) => to - flood.to < floodHistory).slice(-(keptFloods - 1)),
    { from, to },
  ]
  return { ...load, floodSince: null, floods, endedFloodMs: load.endedFloodMs + to - from }
}
