import { mkdirSync, readFileSync } from 'node:fs'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256Hex } from '../../node/sha256'
import { keptPictureSchema, pictureTypeOf } from '../../shared/sites/picture'

/** Names of files kept at most: three for each of 19,000 sites. */
const mostNames = 60_000

const namesSchema = z.record(z.string().max(200), keptPictureSchema)

export type KeptOrNot =
  | { readonly kept: string }
  | { readonly refused: 'no-picture' | 'too-many-pictures' }

/** Pictures of sites, each kept once under the hash of its bytes. None is ever changed. */
export interface PictureStore {
  /** Which picture was last sent under a file's name. */
  sent(): ReadonlyMap<string, string>
  keep(name: string, bytes: Uint8Array): Promise<KeptOrNot>
  /** Null when there is no such picture, or its bytes are no longer what they were. */
  read(picture: string): Promise<Buffer | null>
}

export function openPictureStore(dataDir: string): PictureStore {
  const folder = join(dataDir, 'pictures')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const index = join(folder, 'names.json')
  let names = readNames(index)
  /** One after another: two writers of the index would lose a name. */
  let last: Promise<unknown> = Promise.resolve()

  async function keep(name: string, bytes: Uint8Array): Promise<KeptOrNot> {
    const type = pictureTypeOf(bytes)
    if (type === null) return { refused: 'no-picture' }
    if (!names.has(name) && names.size >= mostNames) return { refused: 'too-many-pictures' }
    const kept = `${sha256Hex(bytes)}.${type}`
    const file = join(folder, kept)
    if (!(await isThere(file, bytes.length))) await write(file, bytes)
    if (names.get(name) === kept) return { kept }
    names = new Map([...names, [name, kept]])
    await write(index, Buffer.from(JSON.stringify(Object.fromEntries(names))))
    return { kept }
  }

  return {
    sent: () => names,
    keep(name, bytes) {
      const done = last.then(() => keep(name, bytes))
      last = done.catch(() => {})
      return done
    },
    async read(picture) {
      const bytes = await readFile(join(folder, picture)).catch(() => null)
      return bytes && picture.startsWith(sha256Hex(bytes)) ? bytes : null
    },
  }
}

function readNames(file: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(namesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))))
  } catch {
    // Without its index the hub keeps all pictures; only files have to be sent again to be named.
    return new Map()
  }
}

const isThere = async (file: string, size: number): Promise<boolean> =>
  (await stat(file).catch(() => null))?.size === size

/** There is never half a file under the name. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}
