import type { Logger } from 'pino'
import { Counter, type Registry } from 'prom-client'
import { storageTrouble } from '../../node/sqlite'
import type { Position } from '../../shared/teams/position'
import type { Clock } from '../../shared/timeline/clock-port'
import { type FixFault, fixFault } from './fix-fault'
import { openTrackStore, type TrackStore } from './track-store'

/**
 * Time between two writes, ms: how much of the tracks a power cut may cost. One write for all cars
 * takes some milliseconds.
 */
const writeInterval = 2_000
/**
 * Fixes kept while the store cannot be written: a minute of 300 cars. Beyond it the oldest are
 * dropped and counted.
 */
const longestBuffer = 20_000

export interface TracksDeps {
  readonly file: string
  readonly clock: Clock
  readonly log: Logger
  readonly registry: Registry
}

export interface Tracks {
  /** Takes a fix, or says why it is not believed. */
  accept(fix: Position): FixFault | null
  /** The newest fix of every team that ever sent one. */
  newest(): Position[]
  onFix(listener: (fix: Position) => void): () => void
  /** Writes what is still held, then closes the store. */
  close(): void
}

/**
 * Where the cars are and were. This is telemetry, kept apart from the journal: a store that fails
 * costs tracks (counted, logged once), never an alarm, and the newest positions work without it. A
 * power cut loses up to 2 s of tracks.
 */
export function createTracks({ file, clock, log, registry }: TracksDeps): Tracks {
  const name = 'navbatchi_tracks_dropped_total'
  const dropped = new Counter({
    name,
    help: 'Fixes that could not be stored',
    registers: [registry],
  })
  const help = 'Fixes taken in, and those not believed, by reason'
  const fixes = new Counter({
    name: 'navbatchi_fixes_total',
    help,
    labelNames: ['outcome'],
    registers: [registry],
  })
  const listeners = new Set<(fix: Position) => void>()
  let store: TrackStore | null = null
  let waiting: Position[] = []
  let failing = false

  function guarded<Result>(work: () => Result): Result | null {
    try {
      const result = work()
      if (failing) log.info('Tracks are stored again')
      failing = false
      return result
    } catch (error) {
      if (!failing)
        log.warn(
          { file },
          `Tracks are not stored, because ${storageTrouble(error)}; alarms are not affected`,
        )
      failing = true
      return null
    }
  }

  function write(): void {
    if (waiting.length === 0) return
    const batch = waiting
    const stored = guarded(() => {
      store ??= openTrackStore(file)
      store.append(batch)
      return true
    })
    if (stored) waiting = []
    else trim()
  }

  function trim(): void {
    const excess = waiting.length - longestBuffer
    if (excess <= 0) return
    waiting = waiting.slice(excess)
    dropped.inc(excess)
  }

  const known = guarded(() => {
    store = openTrackStore(file)
    return store.newest()
  })
  const newest = new Map((known ?? []).map((fix) => [fix.teamId, fix]))
  let cancel = clock.after(writeInterval, tick)
  function tick(): void {
    write()
    cancel = clock.after(writeInterval, tick)
  }

  return {
    accept(fix) {
      const fault = fixFault(fix, newest.get(fix.teamId), clock.now())
      fixes.inc({ outcome: fault ?? 'accepted' })
      if (fault) return fault
      newest.set(fix.teamId, fix)
      waiting.push(fix)
      if (waiting.length > 2 * longestBuffer) trim()
      for (const listener of listeners) listener(fix)
      return null
    },
    newest: () => [...newest.values()],
    onFix(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      cancel()
      write()
      dropped.inc(waiting.length)
      guarded(() => store?.close())
    },
  }
}
