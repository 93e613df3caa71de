import { closeDatabase, type Database, inTransaction, openDatabase } from '../../node/sqlite'
import type { SecretName } from './seal'

const schema = `
CREATE TABLE IF NOT EXISTS secrets (
  kind TEXT NOT NULL, name TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID`

export interface SealedRow extends SecretName {
  readonly sealed: Uint8Array
}

/**
 * `secrets.db`: sealed rows by kind and name. Their names are kept in memory, so that a lookup
 * costs nothing.
 */
export function openSecretRows(file: string) {
  const database: Database = openDatabase(file)
  try {
    // A removed secret is overwritten, not left in a free page.
    database.exec(`PRAGMA secure_delete = ON; ${schema}`)
    return rowsIn(database)
  } catch (error) {
    database.close()
    throw error
  }
}
export type SecretRows = ReturnType<typeof openSecretRows>

function rowsIn(database: Database) {
  const upsert = database.prepare(
    'INSERT INTO secrets (kind, name, sealed) VALUES (?, ?, ?) ON CONFLICT (kind, name) DO UPDATE SET sealed = excluded.sealed',
  )
  const drop = database.prepare('DELETE FROM secrets WHERE kind = ? AND name = ?')
  const select = database.prepare('SELECT sealed FROM secrets WHERE kind = ? AND name = ?')
  const names = new Map<string, Set<string>>()
  const ofKind = (kind: string): Set<string> => {
    const known = names.get(kind) ?? new Set()
    names.set(kind, known)
    return known
  }
  for (const { kind, name } of database
    .prepare('SELECT kind, name FROM secrets')
    .all() as SecretName[])
    ofKind(kind).add(name)

  return {
    has: ({ kind, name }: SecretName): boolean => names.get(kind)?.has(name) ?? false,
    names: (kind: string): readonly string[] => [...(names.get(kind) ?? [])],
    read({ kind, name }: SecretName): Uint8Array | null {
      const row = select.get(kind, name) as { readonly sealed: Uint8Array } | undefined
      return row?.sealed ?? null
    },
    all: (): SealedRow[] =>
      database.prepare('SELECT kind, name, sealed FROM secrets').all() as SealedRow[],
    /**
     * Writes all rows in one commit, or none. `sealed` null removes the row. Throws when they
     * cannot be stored.
     */
    write(rows: readonly (SecretName & { readonly sealed: Uint8Array | null })[]): void {
      inTransaction(database, () => {
        for (const { kind, name, sealed } of rows)
          if (sealed) upsert.run(kind, name, sealed)
          else drop.run(kind, name)
      })
      for (const { kind, name, sealed } of rows)
        if (sealed) ofKind(kind).add(name)
        else ofKind(kind).delete(name)
    },
    close: () => closeDatabase(database),
  }
}
