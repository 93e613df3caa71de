import { createHash } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { storageTrouble } from '../../../node/sqlite'
import { readColumns } from '../../../shared/site-columns/columns'

/** A start needs the newest file. One more is kept for a desk that alternates between two hubs. */
const keptFiles = 2

/** The file begins with the hash of the columns; a damaged file is rebuilt. */
const hashLength = 32
const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/**
 * Register columns by version, kept on disk so that a start passes on bytes without parsing any
 * site.
 */
export interface KeptColumns {
  /** Returns the stored columns, or stores and returns the result of `make`. */
  of(version: string, make: () => Uint8Array): Uint8Array
  find(version: string): Uint8Array | null
  forget(version: string): void
}

export function openKeptColumns(folder: string): KeptColumns {
  const fileOf = (version: string) => join(folder, `${version}.columns`)

  function store(version: string, columns: Uint8Array): void {
    try {
      mkdirSync(folder, { recursive: true })
      const draft = join(folder, `${version}.draft`)
      writeFileSync(draft, Buffer.concat([hashOf(columns), columns]))
      renameSync(draft, fileOf(version))
      forgetOlder(version)
    } catch (error) {
      // The stored columns only save time.
      process.stderr.write(`The columns of the register are not kept: ${storageTrouble(error)}\n`)
    }
  }

  function forgetOlder(version: string): void {
    const writtenAt = (name: string) => statSync(join(folder, name)).mtimeMs
    const others = readdirSync(folder).filter((name) => name !== `${version}.columns`)
    others.sort((a, b) => writtenAt(b) - writtenAt(a))
    for (const name of others.slice(keptFiles - 1)) rmSync(join(folder, name), { force: true })
  }

  const find = (version: string) => keptIn(fileOf(version))
  return {
    find,
    forget: (version) => rmSync(fileOf(version), { force: true }),
    of(version, make) {
      const kept = find(version)
      if (kept) return kept
      const made = make()
      store(version, made)
      return made
    },
  }
}

/** Null when the file is missing, damaged or written by another version of the program. */
function keptIn(file: string): Uint8Array | null {
  try {
    const stored = readFileSync(file)
    const columns = new Uint8Array(stored.subarray(hashLength))
    if (!hashOf(columns).equals(stored.subarray(0, hashLength))) return null
    return readColumns(columns).bytes
  } catch {
    return null
  }
}
