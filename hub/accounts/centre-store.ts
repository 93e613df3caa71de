import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../../node/sqlite'

export interface Centre {
  readonly id: string
  readonly name: string
}

const schema = `
CREATE TABLE IF NOT EXISTS centres (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, key_hash TEXT
) STRICT, WITHOUT ROWID`

interface CentreRow extends Centre {
  readonly key_hash: string | null
}

/**
 * Distinguishes a centre's key from a person's token at sight; secret scanners look for such marks
 * to find a leaked key.
 */
const keyMark = 'nbc_'

/** Keys are random and long, so a plain hash is enough: nobody can try 2^256 of them. */
const digest = (key: string): string => createHash('sha256').update(key).digest('hex')
const newKey = (): string => `${keyMark}${randomBytes(32).toString('base64url')}`

/**
 * The monitoring centres of a hub, in `accounts.db`. Only hashes of keys are stored; a key is shown
 * once, when it is made. An id is never given to another centre, since it stands on entries and
 * names what a centre has sent: a removed centre stays in the table without a key.
 */
export function createCentreStore(database: Database) {
  database.exec(schema)
  const insert = database.prepare('INSERT INTO centres (id, name, key_hash) VALUES (?, ?, ?)')
  const update = database.prepare('UPDATE centres SET key_hash = ? WHERE id = ?')
  const rows = database.prepare('SELECT id, name, key_hash FROM centres').all() as CentreRow[]
  const centres = new Map(rows.map((row) => [row.id, row]))
  /** In memory, so that checking each request costs nothing. */
  const byHash = new Map(
    rows.flatMap((row) => (row.key_hash === null ? [] : [[row.key_hash, row.id] as const])),
  )

  function setHash(row: CentreRow, hash: string | null): void {
    update.run(hash, row.id)
    if (row.key_hash !== null) byHash.delete(row.key_hash)
    if (hash !== null) byHash.set(hash, row.id)
    centres.set(row.id, { ...row, key_hash: hash })
  }
  const active = (id: string): CentreRow | null => {
    const row = centres.get(id)
    return row && row.key_hash !== null ? row : null
  }
  const plain = ({ id, name }: CentreRow): Centre => ({ id, name })

  return {
    isTaken: (id: string): boolean => centres.has(id),
    get(id: string): Centre | null {
      const row = active(id)
      return row && plain(row)
    },
    list: (): Centre[] => [...centres.values()].filter((row) => row.key_hash !== null).map(plain),
    /** The new centre's key. Throws when the id is taken, or the row cannot be stored. */
    add({ id, name }: Centre): string {
      const key = newKey()
      const hash = digest(key)
      insert.run(id, name, hash)
      centres.set(id, { id, name, key_hash: hash })
      byHash.set(hash, id)
      return key
    },
    /** Makes a new key and ends the old one. Null when there is no such centre. */
    renewKey(id: string): string | null {
      const row = active(id)
      if (!row) return null
      const key = newKey()
      setHash(row, digest(key))
      return key
    },
    remove(id: string): boolean {
      const row = active(id)
      if (row) setHash(row, null)
      return row !== null
    },
    find(key: string): Centre | null {
      if (!key.startsWith(keyMark)) return null
      return this.get(byHash.get(digest(key)) ?? '')
    },
  }
}
export type CentreStore = ReturnType<typeof createCentreStore>
