import { chance, integer, pick, type Random } from '../../shared/demo/random'

/** What the codecs look for: changes to and of these reach further than others. */
const telling = [...Buffer.from('\n\r\0\x14|][_"*#/^ 09AFNL\x7f\xff', 'latin1')]

type Change = (bytes: Uint8Array, at: number, random: Random, other: Uint8Array) => Uint8Array

const changes: readonly Change[] = [
  (bytes, at, random) =>
    replaced(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << integer(random, 0, 7)))),
  (bytes, at, random) => replaced(bytes, at, 1, Uint8Array.of(integer(random, 0, 255))),
  (bytes, at, random) => replaced(bytes, at, 1, Uint8Array.of(pick(random, telling))),
  (bytes, at, random) => replaced(bytes, at, 0, Uint8Array.of(pick(random, telling))),
  (bytes, at, random) => replaced(bytes, at, integer(random, 1, 12), new Uint8Array()),
  // A stretch twice, a stretch of another frame, the frame broken off.
  (bytes, at, random) => replaced(bytes, at, 0, bytes.subarray(at, at + integer(random, 1, 40))),
  (bytes, at, random, other) => replaced(bytes, at, 0, stretchOf(random, other)),
  (bytes, at) => bytes.slice(0, at),
]

/** The bytes with one to four changes, each at its own place. */
export function mutated(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let result = bytes
  do {
    const at = integer(random, 0, Math.max(0, result.length - 1))
    result = pick(random, changes)(result, at, random, other)
  } while (chance(random, 0.3))
  return result
}

function stretchOf(random: Random, other: Uint8Array): Uint8Array {
  const from = integer(random, 0, other.length)
  return other.subarray(from, from + integer(random, 1, 60))
}

function replaced(bytes: Uint8Array, at: number, length: number, by: Uint8Array): Uint8Array {
  const behind = bytes.subarray(at + length)
  const result = new Uint8Array(at + by.length + behind.length)
  result.set(bytes.subarray(0, at))
  result.set(by, at)
  result.set(behind, at + by.length)
  return result
}
