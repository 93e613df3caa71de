import { closeDatabase, type Database, inTransaction, openDatabase } from '../../node/sqlite'
import { hour } from '../../shared/lang/instant'
import type { Position } from '../../shared/teams/position'

/*
 * tracks.db. `fixes` is append-only and ordered by time, since fixes come and are replayed in that
 * order (about 45 bytes a fix, 4 MB a car and day at one a second). `newest` holds one row per
 * team, so that a restart knows where the cars were without reading the tracks. The oldest fixes
 * go: the tracks lie on the journal's disk and must never fill it.
 */
const schema = `
CREATE TABLE IF NOT EXISTS fixes (
  at INTEGER NOT NULL, team TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, speed REAL, heading REAL,
  PRIMARY KEY (at, team)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS newest (
  team TEXT PRIMARY KEY, at INTEGER NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, speed REAL, heading REAL
) STRICT, WITHOUT ROWID`

export interface TrackLimits {
  /** How long a fix is kept, ms. */
  readonly keptFor: number
  /** Size of the fixes on the disk, bytes. */
  readonly maxBytes: number
}

export const trackLimits: TrackLimits = {
  /**
   * Two weeks: complaints and inquests about a run come within days, and the journal keeps its
   * events for good.
   */
  keptFor: 14 * 24 * hour,
  /**
   * 2 GiB: two weeks of 35 cars at one fix a second. A larger fleet gets fewer days rather than
   * taking the journal's space.
   */
  maxBytes: 2 * 1024 ** 3,
}
/**
 * Most fixes removed with one write: some 10 ms, so that alarms do not wait behind it. It is never
 * fewer than twice what was written, or the store would grow anyway.
 */
const removedAtOnce = 2_000

const columns = 'at, team, lon, lat, speed, heading'

export interface TrackStore {
  /**
   * Stores fixes in one transaction; when that is not possible it throws and stores none of them.
   */
  append(fixes: readonly Position[]): void
  newest(): Position[]
  close(): void
}

/**
 * Opens or creates the track store. A commit survives the end of the process, but not a power cut:
 * this is telemetry.
 */
export function openTrackStore(file: string, limits: TrackLimits = trackLimits): TrackStore {
  const database = openDatabase(file, { durability: 'normal' })
  try {
    database.exec(schema)
    return storeOf(database, limits)
  } catch (error) {
    // The next try opens it again: handles left open would add up.
    database.close()
    throw error
  }
}

function storeOf(database: Database, limits: TrackLimits): TrackStore {
  const prune = pruner(database, limits)
  const insert = database.prepare(
    `INSERT OR IGNORE INTO fixes (${columns}) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const replace = database.prepare(
    `INSERT OR REPLACE INTO newest (${columns}) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const select = `SELECT team AS teamId, lon, lat, at, speed, heading FROM`
  const selectNewest = database.prepare(`${select} newest`)
  const positionOf = (row: unknown): Position => ({ ...(row as Position) })
  return {
    append(fixes) {
      inTransaction(database, () => {
        const last = new Map(fixes.map((fix) => [fix.teamId, fix]))
        for (const { at, teamId, lon, lat, speed, heading } of fixes)
          insert.run(at, teamId, lon, lat, speed, heading)
        for (const { at, teamId, lon, lat, speed, heading } of last.values())
          replace.run(at, teamId, lon, lat, speed, heading)
        prune(
          Math.max(...[...last.values()].map(({ at }) => at)),
          Math.max(removedAtOnce, 2 * fixes.length),
        )
      })
    },
    newest: () => selectNewest.all().map(positionOf),
    close: () => closeDatabase(database),
  }
}

/**
 * Makes the function that removes the oldest fixes, at most `most` at a time, when they are too old
 * as of `now` or too many.
 */
function pruner(
  database: Database,
  { keptFor, maxBytes }: TrackLimits,
): (now: number, most: number) => void {
  const pages = database.prepare(
    'SELECT (page_count - freelist_count) * page_size AS bytes FROM pragma_page_count, pragma_freelist_count, pragma_page_size',
  )
  const bytes = (): number => (pages.get() as { bytes: number }).bytes
  // Removes the fixes up to the instant of the last that may go: all of one instant go together.
  const lastToGo = database.prepare(
    'SELECT at FROM fixes WHERE at < ? ORDER BY at LIMIT 1 OFFSET ?',
  )
  const newestToGo = database.prepare('SELECT max(at) AS at FROM fixes WHERE at < ?')
  const remove = database.prepare('DELETE FROM fixes WHERE at <= ?')
  return (now, most) => {
    const before = bytes() > maxBytes ? now : now - keptFor
    const row = (lastToGo.get(before, most - 1) ?? newestToGo.get(before)) as
      | { at: number | null }
      | undefined
    if (row && row.at !== null) remove.run(row.at)
  }
}
