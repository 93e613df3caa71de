import { closeDatabase, type Database, inTransaction, openDatabase } from '../../node/sqlite'
import type { Position } from '../../shared/teams/position'

/*
 * tracks.db. `fixes` is append-only and ordered by time, since fixes come and are replayed in that order (about 45 bytes
 * a fix, 4 MB a car and day at one a second). `newest` holds one row per team, so that a restart knows where the cars
 * were without reading the tracks.
 */
const schema = `
CREATE TABLE IF NOT EXISTS fixes (
  at INTEGER NOT NULL, team TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, speed REAL, heading REAL,
  PRIMARY KEY (at, team)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS newest (
  team TEXT PRIMARY KEY, at INTEGER NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, speed REAL, heading REAL
) STRICT, WITHOUT ROWID`

const columns = 'at, team, lon, lat, speed, heading'

export interface TrackStore {
  /** Stores fixes in one transaction; throws when that is not possible, and then none of them is stored. */
  append(fixes: readonly Position[]): void
  newest(): Position[]
  /** Fixes with `from < at <= until` in order of time, at most `limit`. */
  between(from: number, until: number, limit: number): Position[]
  close(): void
}

/** Opens or creates the track store. A commit survives the end of the process, not a power cut: it is telemetry. */
export function openTrackStore(file: string): TrackStore {
  const database = openDatabase(file, { durability: 'normal' })
  try {
    database.exec(schema)
    return storeOf(database)
  } catch (error) {
    // Opened again at the next try: a handle left open each time would add up.
    database.close()
    throw error
  }
}

function storeOf(database: Database): TrackStore {
  const insert = database.prepare(`INSERT OR IGNORE INTO fixes (${columns}) VALUES (?, ?, ?, ?, ?, ?)`)
  const replace = database.prepare(`INSERT OR REPLACE INTO newest (${columns}) VALUES (?, ?, ?, ?, ?, ?)`)
  const select = `SELECT team AS teamId, lon, lat, at, speed, heading FROM`
  const selectNewest = database.prepare(`${select} newest`)
  const selectBetween = database.prepare(`${select} fixes WHERE at > ? AND at <= ? ORDER BY at, team LIMIT ?`)
  const positionOf = (row: unknown): Position => ({ ...(row as Position) })
  return {
    append(fixes) {
      inTransaction(database, () => {
        const last = new Map(fixes.map((fix) => [fix.teamId, fix]))
        for (const { at, teamId, lon, lat, speed, heading } of fixes) insert.run(at, teamId, lon, lat, speed, heading)
        for (const { at, teamId, lon, lat, speed, heading } of last.values())
          replace.run(at, teamId, lon, lat, speed, heading)
      })
    },
    newest: () => selectNewest.all().map(positionOf),
    between: (from, until, limit) => selectBetween.all(from, until, limit).map(positionOf),
    close: () => closeDatabase(database),
  }
}
