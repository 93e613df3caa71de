/*
 * Columns as one block of bytes, which is stored, passed between processes and read without
 * parsing. The head is 32-bit numbers: signature, form, rows, sections, then the offset and length
 * of each section. Sections begin at multiples of eight.
 */

const sign = 0x5643_5652
/** Raise it when the columns change: columns stored by an older version are then made again. */
export const columnsForm = 1

const aligned = (at: number): number => Math.ceil(at / 8) * 8

type Section = Uint8Array | Uint32Array | Float64Array

export function pack(count: number, sections: readonly Section[]): Uint8Array {
  const head = 4 + sections.length * 2
  const numbers = new Uint32Array(head)
  numbers.set([sign, columnsForm, count, sections.length])
  let at = aligned(head * 4)
  sections.forEach((section, n) => {
    numbers.set([at, section.byteLength], 4 + n * 2)
    at = aligned(at + section.byteLength)
  })
  const bytes = new Uint8Array(at)
  bytes.set(bytesOf(numbers))
  sections.forEach((section, n) => {
    bytes.set(bytesOf(section), numbers[4 + n * 2])
  })
  return bytes
}

const bytesOf = (section: Section): Uint8Array =>
  new Uint8Array(section.buffer, section.byteOffset, section.byteLength)

export interface Unpacked {
  readonly count: number
  bytes(section: number): Uint8Array
  numbers(section: number): Uint32Array
  doubles(section: number): Float64Array
}

/** Throws when the bytes are not columns of this form, or are truncated. */
export function unpack(given: Uint8Array, sections: number): Unpacked {
  // Numbers are read in place, so they must begin at a multiple of eight.
  const whole = given.byteOffset % 8 === 0 ? given : given.slice()
  const { buffer, byteOffset, byteLength } = whole
  if (byteLength < (4 + sections * 2) * 4) throw new Error('The register of sites is cut off')
  const head = new Uint32Array(buffer, byteOffset, 4 + sections * 2)
  if (head[0] !== sign || head[1] !== columnsForm || head[3] !== sections)
    throw new Error('The register of sites is in a form that this version does not know')
  const place = (section: number): [at: number, length: number] => {
    const [at = 0, length = 0] = head.subarray(4 + section * 2, 6 + section * 2)
    return [byteOffset + at, length]
  }
  for (let section = 0; section < sections; section += 1) {
    const [at, length] = place(section)
    if (at % 8 !== byteOffset % 8 || at + length > byteOffset + byteLength)
      throw new Error('The register of sites is cut off')
  }
  return {
    count: head[2] ?? 0,
    bytes: (section) => new Uint8Array(buffer, ...place(section)),
    numbers(section) {
      const [at, length] = place(section)
      return new Uint32Array(buffer, at, length / 4)
    },
    doubles(section) {
      const [at, length] = place(section)
      return new Float64Array(buffer, at, length / 8)
    },
  }
}
