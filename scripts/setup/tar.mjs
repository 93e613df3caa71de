import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

const blockBytes = 512

/**
 * @param {Buffer} header a 512-byte ustar header @returns {{ path: string, size: number } |
 * undefined} undefined: the end marker
 */
export const readTarHeader = (header) => {
  if (header[0] === 0) return undefined
  const text = (from, to) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
  const prefix = text(345, 500)
  return {
    path: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    size: Number.parseInt(text(124, 136).trim(), 8),
  }
}

/**
 * Writes one member of a gzipped tar archive to a file, reading as a stream: such an archive may be
 * larger than memory likes.
 * @param {string} archive
 * @param {string} member path inside the archive
 * @param {string} target
 * @param {(bytes: number) => void} [onProgress]
 * @returns {Promise<boolean>} false when the archive holds no such member
 */
export const extractTarMember = async (archive, member, target, onProgress) => {
  let pending = Buffer.alloc(0)
  let remaining = 0
  let skip = 0
  let written = 0
  let found = false
  let out
  for await (const chunk of createReadStream(archive).pipe(createGunzip())) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    while (pending.length > 0) {
      if (remaining > 0) {
        const part = pending.subarray(0, remaining)
        pending = pending.subarray(part.length)
        remaining -= part.length
        if (out !== undefined) {
          written += part.length
          if (!out.write(part)) await once(out, 'drain')
          onProgress?.(written)
          if (remaining === 0) {
            out.end()
            await once(out, 'finish')
            return true
          }
        }
      } else if (skip > 0) {
        const gone = Math.min(skip, pending.length)
        pending = pending.subarray(gone)
        skip -= gone
      } else {
        if (pending.length < blockBytes) break
        const header = readTarHeader(pending.subarray(0, blockBytes))
        pending = pending.subarray(blockBytes)
        if (header === undefined) return found
        remaining = header.size
        skip = (blockBytes - (header.size % blockBytes)) % blockBytes
        if (header.path === member) {
          found = true
          out = createWriteStream(target)
        }
      }
    }
  }
  return false
}
