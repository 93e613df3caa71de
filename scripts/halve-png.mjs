import { crc32, deflateSync, inflateSync } from 'node:zlib'

/*
 * Halves a PNG: 8 bits, RGBA, not interlaced. Each pixel becomes the mean of four; colours are
 * weighed by their opacity, so that what is transparent darkens no edge.
 */

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** @param {Buffer} file @returns {{ width: number, height: number, pixels: Buffer }} */
function read(file) {
  const chunks = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    })
    at += length + 12
  }
  const head = chunks[0].data
  if (head.toString('hex', 8, 13) !== '0806000000') throw new Error('Not a plain RGBA PNG')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const body = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(body)), width, height) }
}

/** @param {Buffer} rows @param {number} width @param {number} height @returns {Buffer} */
function unfilter(rows, width, height) {
  const line = width * 4
  const pixels = Buffer.alloc(line * height)
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (line + 1)]
    for (let x = 0; x < line; x += 1) {
      const left = x < 4 ? 0 : pixels[y * line + x - 4]
      const up = y === 0 ? 0 : pixels[(y - 1) * line + x]
      const corner = x < 4 || y === 0 ? 0 : pixels[(y - 1) * line + x - 4]
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      pixels[y * line + x] = rows[y * (line + 1) + 1 + x] + guess
    }
  }
  return pixels
}

/** @param {number} left @param {number} up @param {number} corner @returns {number} */
function paeth(left, up, corner) {
  const guess = left + up - corner
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one))
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/**
 * @param {{ width: number, height: number, pixels: Buffer }} image
 * @param {number} x
 * @param {number} y
 * @returns {number[]}
 */
function mean({ width, height, pixels }, x, y) {
  let [red, green, blue, opacity] = [0, 0, 0, 0]
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]) {
    const at = (Math.min(y + dy, height - 1) * width + Math.min(x + dx, width - 1)) * 4
    const weight = pixels[at + 3]
    red += pixels[at] * weight
    green += pixels[at + 1] * weight
    blue += pixels[at + 2] * weight
    opacity += weight
  }
  if (opacity === 0) return [0, 0, 0, 0]
  return [red / opacity, green / opacity, blue / opacity, opacity / 4].map(Math.round)
}

/** @param {string} type @param {Buffer} data @returns {Buffer} */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

/** @param {Buffer} file @returns {Buffer} */
export function halvePng(file) {
  const image = read(file)
  const [width, height] = [Math.ceil(image.width / 2), Math.ceil(image.height / 2)]
  const line = width * 4
  const rows = Buffer.alloc((line + 1) * height)
  let before = Buffer.alloc(line)
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(line)
    for (let x = 0; x < width; x += 1) row.set(mean(image, x * 2, y * 2), x * 4)
    const at = y * (line + 1)
    // Filter 4 (Paeth): hills are smooth, and differences pack well.
    rows[at] = 4
    for (let x = 0; x < line; x += 1) {
      const [left, corner] = x < 4 ? [0, 0] : [row[x - 4], before[x - 4]]
      rows[at + 1 + x] = row[x] - paeth(left, before[x], corner)
    }
    before = row
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const body = deflateSync(rows, { level: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
