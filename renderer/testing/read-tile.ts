/** A feature of a vector tile as the specification reads it. */
export interface TileFeature {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly properties: Readonly<Record<string, string>>
}

export interface ReadTile {
  readonly layer: string
  readonly extent: number
  readonly features: readonly TileFeature[]
}

type Part = { readonly field: number; readonly value: number | Uint8Array }

function partsOf(bytes: Uint8Array): Part[] {
  const parts: Part[] = []
  let at = 0
  const varint = (): number => {
    let [value, scale] = [0, 1]
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('The tile is cut off')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
      scale *= 0x80
    }
  }
  while (at < bytes.length) {
    const key = varint()
    const value = varint()
    if (key % 8 === 0) parts.push({ field: Math.floor(key / 8), value })
    else if (key % 8 === 2) {
      if (at + value > bytes.length) throw new Error('The tile is cut off')
      parts.push({ field: Math.floor(key / 8), value: bytes.subarray(at, at + value) })
      at += value
    } else throw new Error(`A tile has no fields of kind ${key % 8}`)
  }
  return parts
}

const all = (parts: readonly Part[], field: number) =>
  parts.filter((part) => part.field === field).map(({ value }) => value)
const bytesIn = (value: number | Uint8Array | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array(0)
const textIn = (value: number | Uint8Array | undefined): string =>
  new TextDecoder().decode(bytesIn(value))

/** A packed field: numbers one after another. */
function numbersIn(packed: Uint8Array): number[] {
  const numbers: number[] = []
  let [value, scale] = [0, 1]
  for (const byte of packed) {
    value += (byte & 0x7f) * scale
    scale *= 0x80
    if (byte >= 0x80) continue
    numbers.push(value)
    ;[value, scale] = [0, 1]
  }
  return numbers
}

const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2)

/** Reads a tile of points with one layer; null when it is empty. Throws when it is broken. */
export function readTile(bytes: Uint8Array): ReadTile | null {
  const [layer] = all(partsOf(bytes), 3)
  if (layer === undefined) return null
  const parts = partsOf(bytesIn(layer))
  const keys = all(parts, 3).map(textIn)
  const values = all(parts, 4).map((value) => textIn(all(partsOf(bytesIn(value)), 1)[0]))
  return {
    layer: textIn(all(parts, 1)[0]),
    extent: Number(all(parts, 5)[0]),
    features: all(parts, 2).map((given) => {
      const feature = partsOf(bytesIn(given))
      const tags = numbersIn(bytesIn(all(feature, 2)[0]))
      const [command, x = 0, y = 0] = numbersIn(bytesIn(all(feature, 4)[0]))
      if (all(feature, 3)[0] !== 1 || command !== 9) throw new Error('This is not one point')
      const pairs = keys.flatMap((key, n): [string, string][] => {
        const at = tags.findIndex((tag, place) => place % 2 === 0 && tag === n)
        return at === -1 ? [] : [[key, values[tags[at + 1] ?? -1] ?? '?']]
      })
      const properties = Object.fromEntries(pairs)
      return { id: Number(all(feature, 1)[0]), x: unzigzag(x), y: unzigzag(y), properties }
    }),
  }
}
