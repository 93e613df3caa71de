import { createHash } from 'node:crypto'
import type { Database } from '../../node/sqlite'
import type { Username } from '../../shared/accounts/username'

/**
 * More desks than one person signs in at in a year. Somebody who invents keys pushes out only their
 * own desks.
 */
const mostPerUser = 50

const schema = `
CREATE TABLE IF NOT EXISTS known_desks (
  username TEXT NOT NULL, desk TEXT NOT NULL, seen INTEGER NOT NULL, PRIMARY KEY (username, desk)
) STRICT, WITHOUT ROWID`

/** Where a sign-in comes from: the desk that holds a key, or an address. */
export type Desk = { readonly key: string } | { readonly address: string }

/** What a desk is stored and counted as. Keys are long and random, so a plain hash hides them. */
export const deskDigest = (desk: Desk): string =>
  createHash('sha256')
    .update('key' in desk ? `key ${desk.key}` : `address ${desk.address}`)
    .digest('hex')

/**
 * The desks at which somebody has signed in before. They are kept on disk, so an officer is still
 * known after a restart.
 */
export interface KnownDesks {
  knows(username: Username, desk: string): boolean
  remember(username: Username, desk: string): void
}

export function createKnownDesks(database: Database): KnownDesks {
  database.exec(schema)
  const find = database.prepare('SELECT 1 FROM known_desks WHERE username = ? AND desk = ?')
  const newest = database.prepare(
    'SELECT coalesce(max(seen), 0) AS seen FROM known_desks WHERE username = ?',
  )
  const upsert = database.prepare(
    `INSERT INTO known_desks (username, desk, seen) VALUES (?, ?, ?)
     ON CONFLICT (username, desk) DO UPDATE SET seen = excluded.seen`,
  )
  const prune = database.prepare(
    `DELETE FROM known_desks WHERE username = ?1 AND desk NOT IN
       (SELECT desk FROM known_desks WHERE username = ?1 ORDER BY seen DESC LIMIT ?2)`,
  )
  return {
    knows: (username, desk) => find.get(username, desk) !== undefined,
    remember(username, desk) {
      const { seen } = newest.get(username) as { readonly seen: number }
      upsert.run(username, desk, seen + 1)
      prune.run(username, mostPerUser)
    },
  }
}
