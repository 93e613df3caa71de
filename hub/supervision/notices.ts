import { systemActor } from '../../shared/accounts/actor'
import type { Signal } from '../../shared/signals/signal'
import type { Reception } from '../reception/reception-port'

export interface Notice {
  /** Only one notice per key is on its way at a time. */
  readonly key: string
  /** What there is to report, judged when its turn comes; null when nothing is left. */
  say(): Signal | null
}

export interface Notices {
  add(notice: Notice): void
  /** Call once a tick: retries what could not be stored, and judges again what was reported. */
  again(): void
  stop(): void
}

/**
 * Notices on their way into the journal at once. A provider that fails silences thousands of panels
 * in one second. A few dozen share a commit, and panels' own reports come in between.
 */
const underWayAtOnce = 50

/**
 * Hands the hub's notices to reception, a few at a time. Each is judged on the room when its turn
 * comes, and again one tick after it was reported, so that a change meanwhile (a panel heard while
 * its silence was being stored) is not missed. What could not be stored is reported again as long
 * as it holds. At most one notice per key waits.
 */
export function createNotices(take: Reception['take']): Notices {
  const waiting = new Map<string, Notice>()
  const later = new Map<string, Notice>()
  const underWay = new Set<string>()
  /** Nothing can be stored: there is no use in trying the others before the next tick. */
  let held = false
  let stopped = false

  const next = (): Notice | undefined => {
    const [notice] = waiting.values()
    if (notice) waiting.delete(notice.key)
    return notice
  }
  const go = () => {
    while (!held && !stopped && underWay.size < underWayAtOnce) {
      const notice = next()
      if (notice === undefined) return
      const signal = notice.say()
      if (signal) send(notice, signal)
    }
  }
  const send = (notice: Notice, signal: Signal) => {
    const done = () => {
      underWay.delete(notice.key)
      later.set(notice.key, notice)
    }
    underWay.add(notice.key)
    // Reception logs and counts what went wrong.
    take([signal], systemActor).then(
      () => {
        done()
        go()
      },
      () => {
        done()
        held = true
      },
    )
  }
  return {
    add(notice) {
      if (underWay.has(notice.key)) later.set(notice.key, notice)
      else waiting.set(notice.key, notice)
      go()
    },
    again() {
      held = false
      for (const [key, notice] of later) {
        if (underWay.has(key)) continue
        later.delete(key)
        waiting.set(key, notice)
      }
      go()
    },
    stop() {
      stopped = true
      waiting.clear()
      later.clear()
    },
  }
}
