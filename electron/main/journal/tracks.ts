import { inTransaction, openDatabase } from '../../../node/sqlite'
import type { Position } from '../../../shared/teams/position'
import { createDecimator } from './decimate'

/**
 * How long positions are kept for replay, ms. Two weeks cover every inquiry into a shift; the
 * journal itself is kept.
 */
const retention = 14 * 24 * 3_600_000
/** Maximum file size, bytes: telemetry must not fill the disk that the journal needs. */
const longestFile = 2_000_000_000
/** Old fixes are pruned once per this many new ones. */
const pruneEvery = 20_000
/** Maximum number deleted at once, so that nobody notices the pruning. */
const pruneAtMost = 40_000

export interface Tracks {
  /** Stores the fixes worth keeping. Throws when they cannot be stored. */
  add(positions: readonly Position[]): void
  at(instant: number): readonly Position[]
  /**
   * Fixes in `(after, until]`, oldest first, at most `limit`. Includes either all fixes of the last
   * instant or none of them.
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
// Steps from team to team along the key instead of scanning all fixes.
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
