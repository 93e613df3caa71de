import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Copied {
  readonly bytes: number
  /** SHA-256, hexadecimal. */
  readonly checksum: string
}

export interface CopyPorts {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Copies a file of any size and makes its checksum on the way. Rejects when it is aborted. */
export async function copyFile(
  from: string,
  to: string,
  { signal, onProgress }: CopyPorts,
): Promise<Copied> {
  const { size } = await stat(from)
  const hash = createHash('sha256')
  let done = 0
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk)
      done += chunk.length
      onProgress(done, size)
      next(null, chunk)
    },
  })
  await pipeline(createReadStream(from), watch, createWriteStream(to), { signal })
  return { bytes: done, checksum: hash.digest('hex') }
}
