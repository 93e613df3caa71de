import type { Cipher } from '../../shared/dc09/cipher'
import { decodeFrame } from '../../shared/dc09/decode-frame'
import { createFrameSplitter, type FrameSplitter } from '../../shared/dc09/frame-splitter'
import { chance, integer, pick, type Random } from '../../shared/demo/random'
import { enveloped } from './claimed-crc'
import { dc09Samples, type Sample } from './corpus'
import { takeFrame } from './dc09-case'
import { mutated } from './mutate'
import { count, type Tally, violate } from './tally'

/** Cases sent through one splitter, as over one connection. */
const casesPerConnection = 200

/**
 * One case after another: a changed frame, as a datagram and over a connection. There it is cut
 * into segments and followed by an intact frame, which must come out whatever was before it.
 */
export function createDc09Cases(random: Random, tally: Tally): { next(): void } {
  const samples = dc09Samples()
  const intact = samples.filter(({ bytes }) => decodeFrame(bytes).kind === 'frame')
  let splitter = createFrameSplitter()
  let left = casesPerConnection
  return {
    next() {
      const sample = pick(random, samples)
      const bytes = changed(sample, random, pick(random, samples).bytes)
      takeFrame(bytes, sample.cipher, tally)
      const after = chance(random, 0.5) ? pick(random, intact) : null
      const items = pushed(splitter, after === null ? [bytes] : [bytes, after.bytes], random)
      for (const item of items) {
        if (item.kind === 'frame') takeFrame(item.bytes, sample.cipher, tally)
        else count(tally.refused, item.kind)
      }
      const last = items.at(-1)
      if (after !== null && (last?.kind !== 'frame' || !same(last.bytes, after.bytes)))
        violate(tally, 'an intact frame was not found', bytes)
      if (splitter.pending() > 2 * longest)
        violate(tally, 'the splitter holds more than it was given', bytes)
      left -= 1
      if (left === 0) {
        for (const item of splitter.end()) count(tally.refused, item.kind)
        splitter = createFrameSplitter()
        left = casesPerConnection
      }
    },
  }
}

/** No run of cases without an LF is longer. */
const longest = 100_000

/**
 * A sample changed on the wire, or after its CRC was made, or inside the encryption, so that every
 * layer is reached.
 */
function changed({ bytes, cipher }: Sample, random: Random, other: Uint8Array): Uint8Array {
  const where = random()
  if (where < 0.5) return mutated(bytes, random, other)
  const binary = chance(random, 0.2)
  const body = bytes.subarray(9, -1)
  if (cipher === null || where < 0.75) return enveloped(mutated(body, random, other), binary)
  return enveloped(resealed(body, cipher, random), binary)
}

/** The body with its clear text changed and encrypted again. */
function resealed(body: Uint8Array, cipher: Cipher, random: Random): Uint8Array {
  const head = body.indexOf(0x5b) + 1
  const clear = cipher.decrypt(
    Buffer.from(Buffer.from(body.subarray(head)).toString('latin1'), 'hex'),
  )
  if (clear === null) return body
  const text = mutated(clear, random, clear)
  const whole = new Uint8Array(Math.max(16, Math.floor(text.length / 16) * 16))
  // The end shows whether the key is right, so keep it rather than the start.
  whole.set(text.subarray(Math.max(0, text.length - whole.length)))
  return Buffer.concat([
    body.subarray(0, head),
    Buffer.from(Buffer.from(cipher.encrypt(whole)).toString('hex'), 'latin1'),
  ])
}

function pushed(splitter: FrameSplitter, parts: readonly Uint8Array[], random: Random) {
  const stream = Uint8Array.from(Buffer.concat(parts))
  const cut = integer(random, 0, stream.length)
  return [...splitter.push(stream.subarray(0, cut)), ...splitter.push(stream.subarray(cut))]
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
