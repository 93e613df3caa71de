import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { halvePng } from './halve-png.mjs'

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data])
  return Buffer.concat([number(data.length), named, number(crc32(named))])
}

/** A PNG of rows as they stand in it, each with its filter first. */
const png = (width: number, rows: readonly (readonly number[])[]): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk(
      'IHDR',
      Buffer.concat([number(width), number(rows.length), Buffer.from([8, 6, 0, 0, 0])]),
    ),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])

/** Width, height and the first pixel; a row's first pixel is its difference from the one above. */
function told(file: Buffer) {
  const at = file.indexOf('IDAT')
  const rows = inflateSync(file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4)))
  return { size: [file.readUInt32BE(16), file.readUInt32BE(20)], first: [...rows.subarray(1, 5)] }
}

describe('halving a PNG', () => {
  it('makes one pixel of four, whatever filter each row has', () => {
    const given = png(2, [
      [1, 10, 20, 30, 255, 10, 10, 10, 0],
      [2, 20, 0, 0, 0, 0, 0, 0, 0],
    ])
    expect(told(halvePng(given))).toEqual({ size: [1, 1], first: [20, 25, 35, 255] })
  })

  it('lets what is transparent darken no edge', () => {
    const given = png(2, [[0, 200, 100, 40, 255, 0, 0, 0, 0]])
    expect(told(halvePng(given))).toEqual({ size: [1, 1], first: [200, 100, 40, 128] })
  })

  it('refuses what it cannot read', () => {
    const broken = png(2, [[0, 0, 0, 0, 0, 0, 0, 0, 0]])
    broken[25] = 2
    expect(() => halvePng(broken)).toThrow('RGBA')
  })
})
