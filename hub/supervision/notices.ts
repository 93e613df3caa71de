import { systemActor } from '../../shared/accounts/actor'
import type { Signal } from '../../shared/signals/signal'
import type { Reception } from '../reception/reception-port'

/** Something the hub may have to say of itself. */
export interface Notice {
  /** Of notices with one key one is on its way at a time. */
  readonly key: string
  /** What there is to say by now, judged when its turn comes; null when nothing any more. */
  say(): Signal | null
}

export interface Notices {
  add(notice: Notice): void
  /** Once a tick: what could not be stored is tried again, and what was said is judged anew. */
  again(): void
  stop(): void
}

/**
 * Notices on their way into the journal at once. A provider that fails silences thousands of panels
 * in one second: a few dozen share a commit, and whatever panels report meanwhile comes between two
 * of those.
 */
const underWayAtOnce = 50

/**
 * Hands what the hub notices to reception, a few at a time. Each is judged when its turn comes, by
 * the room of then, and once more a tick after it was said: what changed meanwhile (a panel heard
 * while its silence was being stored) is not missed, and what could not be stored is said again as
 * long as it holds. At most one row per key waits.
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
    // What went wrong is logged and counted by reception.
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
