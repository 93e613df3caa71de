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

/** A start wants the newest; one more is kept for a desk that works with two hubs in turn. */
const keptFiles = 2

/** The hash of the columns stands before them: a file that was damaged is made anew. */
const hashLength = 32
const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/** Columns of registers by version, kept on disk: a start hands on bytes and reads no site. */
export interface KeptColumns {
  /** What is kept, or what `make` gives, which is kept from now on. */
  of(version: string, make: () => Uint8Array): Uint8Array
  find(version: string): Uint8Array | null
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
      // They only spare time.
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
    of(version, make) {
      const kept = find(version)
      if (kept) return kept
      const made = make()
      store(version, made)
      return made
    },
  }
}

/** Null when there is no such file, when it was damaged, or when it is of another version of ours. */
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
