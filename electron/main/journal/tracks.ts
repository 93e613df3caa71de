import { inTransaction, openDatabase } from '../../../node/sqlite'
import type { Position } from '../../../shared/teams/position'
import { createDecimator } from './decimate'

/**
 * How long positions are kept for replay, ms: two weeks covers every inquiry into a shift; the
 * journal itself stays.
 */
const retention = 14 * 24 * 3_600_000
/** The file never grows beyond this, bytes: telemetry must not fill the disk the journal needs. */
const longestFile = 2_000_000_000
/** Old fixes are looked for once per this many new ones. */
const pruneEvery = 20_000
/** And deleted at most so many at once, so that the deleting is never felt. */
const pruneAtMost = 40_000

/** The recorded ways of the cars. */
export interface Tracks {
  /** Keeps what is worth keeping. Throws when it cannot be stored. */
  add(positions: readonly Position[]): void
  /** The last fix of every team at an instant. */
  at(instant: number): readonly Position[]
  /**
   * Fixes in `(after, until]`, oldest first, at most `limit`; all of the last instant or none of
   * it.
   */
  between(
    after: number,
    until: number,
    limit: number,
  ): { readonly positions: readonly Position[]; readonly more: boolean }
  close(): void
}

const schema = `
CREATE TABLE IF NOT EXISTS fixes (
  teamId TEXT NOT NULL, at INTEGER NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, speed REAL, heading REAL,
  PRIMARY KEY (teamId, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS fixes_by_at ON fixes (at);
`
// Walks from team to team along the key instead of through all fixes.
const teamsOf = `
WITH RECURSIVE team (id) AS (
  SELECT MIN(teamId) FROM fixes UNION ALL SELECT (SELECT MIN(teamId) FROM fixes WHERE teamId > id) FROM team WHERE id IS NOT NULL
) SELECT id FROM team WHERE id IS NOT NULL`

export function openTracks(file: string): Tracks {
  const database = openDatabase(file, { durability: 'normal', maxBytes: longestFile })
  database.exec(schema)
  const insert = database.prepare(
    'INSERT OR IGNORE INTO fixes (teamId, at, lon, lat, speed, heading) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const lastOf = database.prepare(
    'SELECT * FROM fixes WHERE teamId = ? AND at <= ? ORDER BY at DESC LIMIT 1',
  )
  const span = database.prepare(
    'SELECT * FROM fixes WHERE at > ? AND at <= ? ORDER BY at, teamId LIMIT ?',
  )
  const prune = database.prepare(
    'DELETE FROM fixes WHERE (teamId, at) IN (SELECT teamId, at FROM fixes WHERE at < ? ORDER BY at LIMIT ?)',
  )
  const teams = new Set((database.prepare(teamsOf).all() as { id: string }[]).map(({ id }) => id))
  const choose = createDecimator()
  let sincePruned = pruneEvery
  return {
    add(positions) {
      const kept = choose(positions)
      const newest = kept.reduce((latest, { at }) => Math.max(latest, at), 0)
      if (kept.length === 0) return
      inTransaction(database, () => {
        for (const { teamId, at, lon, lat, speed, heading } of kept)
          insert.run(teamId, at, lon, lat, speed, heading)
      })
      for (const { teamId } of kept) teams.add(teamId)
      sincePruned += kept.length
      if (sincePruned < pruneEvery) return
      sincePruned = 0
      prune.run(newest - retention, pruneAtMost)
    },
    at: (instant) =>
      [...teams].flatMap((teamId) => {
        const row = lastOf.get(teamId, instant) as Position | undefined
        return row ? [{ ...row }] : []
      }),
    between(after, until, limit) {
      const rows = (span.all(after, until, limit + 1) as Position[]).map((row) => ({ ...row }))
      const cut = rows[limit]
      return cut
        ? { positions: rows.filter(({ at }) => at < cut.at), more: true }
        : { positions: rows, more: false }
    },
    close: () => database.close(),
  }
}
