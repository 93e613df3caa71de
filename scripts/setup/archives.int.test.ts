import { mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extractTarMember } from './tar.mjs'
import { unzip } from './zip.mjs'

interface Given {
  readonly path: string
  readonly content: Buffer
  readonly mode: number
  readonly crc?: number
  readonly wide?: boolean
}

const file = (path: string, text: string, mode = 0o100644): Given => ({
  path,
  content: Buffer.from(text),
  mode,
})

const localHeader = (name: Buffer) => {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

const centralHeader = (given: Given, packed: Buffer, offset: number) => {
  const name = Buffer.from(given.path)
  const sizes = Buffer.alloc(given.wide ? 20 : 0)
  if (given.wide) {
    sizes.writeUInt16LE(1, 0)
    sizes.writeUInt16LE(16, 2)
    sizes.writeBigUInt64LE(BigInt(given.content.length), 4)
    sizes.writeBigUInt64LE(BigInt(packed.length), 12)
  }
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(8, 10)
  header.writeUInt32LE(given.crc ?? crc32(given.content), 16)
  header.writeUInt32LE(given.wide ? 0xffffffff : packed.length, 20)
  header.writeUInt32LE(given.wide ? 0xffffffff : given.content.length, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(sizes.length, 30)
  header.writeUInt32LE((given.mode << 16) >>> 0, 38)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name, sizes])
}

const zipOf = (...given: readonly Given[]) => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const one of given) {
    const packed = deflateRawSync(one.content)
    directory.push(centralHeader(one, packed, offset))
    const body = Buffer.concat([localHeader(Buffer.from(one.path)), packed])
    bodies.push(body)
    offset += body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, central, end])
}

const tarOf = (...members: readonly { path: string; content: Buffer }[]) => {
  const blocks = members.flatMap(({ path, content }) => {
    const header = Buffer.alloc(512)
    header.write(path, 0)
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
}

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archives-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const unpack = async (archive: Buffer, rename?: (path: string) => string | undefined) => {
  await writeFile(join(folder, 'a.zip'), archive)
  await unzip(join(folder, 'a.zip'), join(folder, 'out'), rename === undefined ? {} : { rename })
}
const text = (path: string) => readFile(join(folder, 'out', path), 'utf8')

describe('unpacking a zip archive', () => {
  it('writes each member, keeping the right to execute', async () => {
    await unpack(
      zipOf(file('run', 'binary', 0o100755), file('deep/er/words', 'hello'), file('empty', '')),
    )
    expect(await text('deep/er/words')).toBe('hello')
    expect(await text('empty')).toBe('')
    expect((await stat(join(folder, 'out', 'run'))).mode & 0o111).toBe(0o111)
    expect((await stat(join(folder, 'out', 'deep/er/words'))).mode & 0o111).toBe(0)
  })
  it('makes symbolic links', async () => {
    await unpack(zipOf(file('lib.so.1', 'library'), file('lib.so', 'lib.so.1', 0o120777)))
    expect(await readlink(join(folder, 'out', 'lib.so'))).toBe('lib.so.1')
  })
  it('renames and leaves out as told', async () => {
    await unpack(zipOf(file('a', '1'), file('b', '2')), (path) =>
      path === 'a' ? 'renamed' : undefined,
    )
    expect(await text('renamed')).toBe('1')
    await expect(stat(join(folder, 'out', 'b'))).rejects.toThrow('ENOENT')
  })
  it('reads sizes beyond 32 bits from their own field', async () => {
    await unpack(zipOf({ ...file('wide', 'wide words'), wide: true }))
    expect(await text('wide')).toBe('wide words')
  })
  it('refuses a member whose bytes are not those promised', async () => {
    await expect(unpack(zipOf({ ...file('a', 'x'), crc: 1 }))).rejects.toThrow(
      'a is damaged in the archive',
    )
  })
  it('refuses a member that would land outside the directory', async () => {
    await expect(unpack(zipOf(file('../escape', 'x')))).rejects.toThrow('points outside')
    await expect(unpack(zipOf(file('/escape', 'x')))).rejects.toThrow('points outside')
  })
  it('refuses an archive that is cut off', async () => {
    await expect(unpack(zipOf(file('a', 'x')).subarray(0, -10))).rejects.toThrow(
      'not a whole zip archive',
    )
  })
})

describe('taking one member out of a tarball', () => {
  const big = Buffer.alloc(300_000, 'abc')
  const archive = () => join(folder, 'a.tgz')
  const target = () => join(folder, 'member')

  it('writes it whole, whatever stands around it', async () => {
    await writeFile(
      archive(),
      tarOf({ path: 'one', content: Buffer.alloc(700) }, { path: 'p/big', content: big }),
    )
    expect(await extractTarMember(archive(), 'p/big', target())).toBe(true)
    expect(big.equals(await readFile(target()))).toBe(true)
  })
  it('says when there is no such member', async () => {
    await writeFile(archive(), tarOf({ path: 'one', content: big }))
    expect(await extractTarMember(archive(), 'two', target())).toBe(false)
  })
  it('fails on a tarball that is cut off', async () => {
    await writeFile(archive(), tarOf({ path: 'one', content: big }).subarray(0, -20))
    await expect(extractTarMember(archive(), 'two', target())).rejects.toThrow()
  })
})
