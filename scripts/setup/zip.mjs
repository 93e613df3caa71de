// A reader for ordinary zip archives, on plain Node: a fresh machine may have no `unzip`, and the
// set-up must run before any package is there. The central directory is read whole, members are
// streamed. (PKWARE APPNOTE 6.3, sections 4.3 and 4.4.)
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, symlink } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'

const endRecordMark = 0x06054b50
const zip64LocatorMark = 0x07064b50
const zip64EndRecordMark = 0x06064b50
const memberMark = 0x02014b50
const localMark = 0x04034b50
const unsaid32 = 0xffffffff
const longestEnd = 22 + 65_535

/**
 * @typedef {object} ZipMember
 * @property {string} path
 * @property {'stored' | 'deflated'} method
 * @property {number} crc
 * @property {number} packedSize
 * @property {number} size
 * @property {number} offset of its local header
 * @property {number} mode Unix mode with the file type, 0 when the archive does not say
 */

const isSymlink = (mode) => (mode & 0o170000) === 0o120000

/** @param {Buffer} extra @returns {Buffer | undefined} the zip64 field */
const zip64Field = (extra) => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 0x0001)
      return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
  }
  return undefined
}

/** @param {number} method @param {string} path @returns {'stored' | 'deflated'} */
const methodName = (method, path) => {
  if (method === 0) return 'stored'
  if (method === 8) return 'deflated'
  throw new Error(`${path} is packed with method ${method}, which this reader does not know`)
}

/**
 * @param {Buffer} directory the central directory
 * @returns {ZipMember[]}
 */
export const readCentralDirectory = (directory) => {
  const members = []
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === memberMark) {
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const path = directory.toString('utf8', at + 46, nameEnd)
    const wide = zip64Field(directory.subarray(nameEnd, extraEnd))
    let wideAt = 0
    // A 32-bit field that says ffffffff has its value in the zip64 field, in this fixed order.
    const field = (offset) => {
      const value = directory.readUInt32LE(at + offset)
      if (value !== unsaid32 || wide === undefined) return value
      wideAt += 8
      return Number(wide.readBigUInt64LE(wideAt - 8))
    }
    const size = field(24)
    const packedSize = field(20)
    const offset = field(42)
    members.push({
      path,
      method: methodName(directory.readUInt16LE(at + 10), path),
      crc: directory.readUInt32LE(at + 16),
      packedSize,
      size,
      offset,
      mode: directory.readUInt32LE(at + 38) >>> 16,
    })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return members
}

const readAt = async (file, position, length) => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** @param {import('node:fs/promises').FileHandle} file @returns {Promise<ZipMember[]>} */
export const listZip = async (file) => {
  const { size: fileSize } = await file.stat()
  const tailAt = Math.max(0, fileSize - longestEnd)
  const tail = await readAt(file, tailAt, fileSize - tailAt)
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== endRecordMark) end--
  if (end < 0) throw new Error('this is not a whole zip archive')
  let size = tail.readUInt32LE(end + 12)
  let offset = tail.readUInt32LE(end + 16)
  if (end >= 20 && tail.readUInt32LE(end - 20) === zip64LocatorMark) {
    const record = await readAt(file, Number(tail.readBigUInt64LE(end - 12)), 56)
    if (record.readUInt32LE(0) !== zip64EndRecordMark)
      throw new Error('the zip64 end record is damaged')
    size = Number(record.readBigUInt64LE(40))
    offset = Number(record.readBigUInt64LE(48))
  }
  return readCentralDirectory(await readAt(file, offset, size))
}

/** Lets bytes pass and fails at the end when they are not those the archive promised. */
const checked = (member) => {
  let crc = 0
  let size = 0
  return new Transform({
    transform(bytes, _encoding, pass) {
      crc = crc32(bytes, crc)
      size += bytes.length
      pass(null, bytes)
    },
    flush(done) {
      done(
        crc === member.crc && size === member.size
          ? null
          : new Error(`${member.path} is damaged in the archive`),
      )
    },
  })
}

const dataOffset = async (file, member) => {
  const local = await readAt(file, member.offset, 30)
  if (local.length < 30 || local.readUInt32LE(0) !== localMark)
    throw new Error(`${member.path} is damaged in the archive`)
  return member.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
}

const writeMember = async ({ archive, file, member, target }) => {
  const start = await dataOffset(file, member)
  const packed =
    member.packedSize === 0
      ? []
      : createReadStream(archive, { start, end: start + member.packedSize - 1 })
  const unpack = member.method === 'deflated' ? [createInflateRaw()] : []
  if (!isSymlink(member.mode)) {
    const mode = member.mode === 0 ? 0o644 : member.mode & 0o777
    await pipeline([packed, ...unpack, checked(member), createWriteStream(target, { mode })])
    return
  }
  const parts = []
  await pipeline([
    packed,
    ...unpack,
    checked(member),
    async (source) => {
      for await (const part of source) parts.push(part)
    },
  ])
  await symlink(Buffer.concat(parts).toString('utf8'), target)
}

/** A member that would land outside the target directory is refused. */
const targetOf = (directory, path) => {
  const inside = normalize(path)
  if (
    inside.startsWith(`..${sep}`) ||
    inside === '..' ||
    path.startsWith('/') ||
    path.includes('\\')
  ) {
    throw new Error(`${path} points outside the target directory`)
  }
  return join(directory, inside)
}

/**
 * Unpacks an archive, keeping Unix modes and symbolic links; each member's checksum is checked.
 * @param {string} archive
 * @param {string} directory made when it is not there
 * @param {{ rename?: (path: string) => string | undefined, onProgress?: (bytes: number) => void }} [options]
 *   rename: where a member goes (undefined: leave it out); onProgress: unpacked bytes so far
 */
export const unzip = async (archive, directory, { rename = (path) => path, onProgress } = {}) => {
  const file = await open(archive)
  try {
    let done = 0
    for (const member of await listZip(file)) {
      const path = rename(member.path)
      if (path === undefined) continue
      const target = targetOf(directory, path)
      if (path.endsWith('/')) {
        await mkdir(target, { recursive: true })
        continue
      }
      await mkdir(dirname(target), { recursive: true })
      await writeMember({ archive, file, member, target })
      done += member.size
      onProgress?.(done)
    }
  } finally {
    await file.close()
  }
}
