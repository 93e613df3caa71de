import type { Level } from '../../shared/escalation/escalation'
import { isHigher, levels } from '../../shared/escalation/escalation'
import { levelOf, timesInForce } from '../../shared/escalation/standing'
import { graveness } from '../../shared/escalation/times'
import { mayEscalate, type Waiting, waitingNow } from '../../shared/escalation/waiting'
import type { Instant } from '../../shared/lang/instant'
import type { Room } from '../../shared/room/room'

export interface Due {
  readonly about: Waiting['about']
  readonly level: Level
  readonly rank: number
}

interface Waited {
  readonly since: Instant
  /** How long it has waited, ms; negative for a report that is not due yet. */
  ms: number
}

/**
 * Counts how long each thing waits. What already waited at the hub's start has waited since then by
 * its entries and the clock. After that only ticks count, and the clock is not asked again.
 */
export function createWaited() {
  let counted: ReadonlyMap<string, Waited> | null = null

  const countFrom = ({ since }: Waiting, room: Room, at: Instant): number => {
    if (counted === null) return Math.max(at, room.at) - since
    return Math.min(0, at - since)
  }
  return {
    /** Counts another `ms`; returns what is due for the next level. */
    tick(room: Room, at: Instant, ms: number): readonly Due[] {
      const now = new Map<string, Waited>()
      const due: Due[] = []
      for (const wait of waitingNow(room)) {
        const known = counted?.get(wait.key)
        const waited =
          known?.since === wait.since
            ? { since: wait.since, ms: known.ms + ms }
            : { since: wait.since, ms: countFrom(wait, room, at) }
        now.set(wait.key, waited)
        const level = dueLevel(room, wait, waited.ms)
        if (level && mayEscalate(room, wait, at))
          due.push({ about: wait.about, level, rank: graveness.indexOf(wait.grave) })
      }
      counted = now
      return due.sort((a, b) => a.rank - b.rank)
    },
  }
}

/** The highest level whose time is over and that has not been told yet. */
function dueLevel(room: Room, wait: Waiting, waited: number): Level | null {
  const times = timesInForce(room)[wait.about.waits][wait.grave]
  const over = levels.filter((level) => {
    const after = times[level]
    return after !== null && waited >= after
  })
  const level = over.at(-1)
  if (level === undefined) return null
  const reached = levelOf(room, wait)
  return reached === null || isHigher(level, reached) ? level : null
}
