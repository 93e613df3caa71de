import { CR, hexValue, LF } from './bytes'

/**
 * Longest frame taken from a stream. DC-09 allows at most 4,095 bytes of body (a frame of 4,105),
 * so twice that is surely no frame. It bounds what one connection can make the hub hold.
 */
export const frameCap = 8192
/**
 * Noise is reported in pieces of this size, so that a stream without frames holds no more than
 * this.
 */
const noisePiece = 4096
/** How many bytes of an oversize frame are kept: enough to recognise the sender. */
export const oversizeHead = 256

/** Items come in the order of their bytes, however the stream was cut. */
export type StreamItem =
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  /**
   * Bytes between frames, or a frame cut short by the next LF. `harmless`: only the NUL, CR and LF
   * some panels pad with.
   */
  | { readonly kind: 'noise'; readonly bytes: Uint8Array; readonly harmless: boolean }
  /** More than the cap without a CR: its first bytes, and its whole length. */
  | { readonly kind: 'oversize'; readonly bytes: Uint8Array; readonly length: number }

export interface FrameSplitter {
  /**
   * Takes ownership of the bytes: the items are views of them (copies would cost as much as all the
   * rest), so they must not be written to again. Node's sockets give new bytes each time.
   */
  push(chunk: Uint8Array): readonly StreamItem[]
  end(): readonly StreamItem[]
  /**
   * Bytes of the unfinished item, including those no longer held: a listener hangs up on a sender
   * that never ends one.
   */
  pending(): number
}

export interface SplitterOptions {
  readonly cap?: number
}

/**
 * Cuts a TCP stream into DC-09 frames. Bytes before an LF are noise; an LF before the CR starts a
 * new frame. A CRC of two binary bytes (see Tolerances) may look like LF or CR; the bytes after it
 * tell which it is (`controlsCount`).
 */
export function createFrameSplitter({ cap = frameCap }: SplitterOptions = {}): FrameSplitter {
  /** The unfinished item from its first byte; of an oversize one only the head. */
  let held: Uint8Array = nothing
  /** Its length, and how many of its bytes are known to hold no end. */
  let length = 0
  let searched = 0
  let inFrame = false
  const head = Math.min(oversizeHead, cap)
  const piece = Math.min(noisePiece, cap)

  /**
   * Takes all complete items out of `bytes`, which begin with the unfinished one; returns where the
   * next begins.
   */
  const takeAll = (items: StreamItem[], bytes: Uint8Array, isLast: boolean): number => {
    // The next LF and CR, searched from ever later places. Each stretch is searched once, so that a
    // segment of nothing but LFs costs no more than another.
    let lf = -1
    let cr = -1
    let start = 0
    for (;;) {
      if (!inFrame) {
        if (lf < start + searched) lf = find(LF, bytes, start + searched)
        const end = lf
        for (; end - start >= piece; start += piece)
          items.push(noise(bytes.subarray(start, start + piece)))
        searched = end - start
        if (end === bytes.length) return start
        if (end > start) items.push(noise(bytes.subarray(start, end)))
        start = end
        searched = 1
        inFrame = true
      }
      const from = controlsCount(bytes, start, isLast)
      if (from === undecided) return start
      const after = start + Math.max(from, searched)
      if (lf < after) lf = find(LF, bytes, after)
      if (cr < after) cr = find(CR, bytes, after)
      searched = bytes.length - start
      if (lf === cr) return start
      const end = Math.min(lf, cr + 1)
      inFrame = lf < cr
      searched = inFrame ? 1 : 0
      if (end - start > cap) items.push(oversize(bytes.slice(start, start + head), end - start))
      else
        items.push(
          inFrame
            ? noise(bytes.subarray(start, end))
            : { kind: 'frame', bytes: bytes.subarray(start, end) },
        )
      start = end
    }
  }

  const passOversize = (items: StreamItem[], chunk: Uint8Array): number => {
    const lf = find(LF, chunk, 0)
    const cr = find(CR, chunk, 0)
    const end = Math.min(lf, cr + 1, chunk.length)
    length += end
    if (lf === cr) return end
    items.push(oversize(held, length))
    inFrame = lf < cr
    searched = inFrame ? 1 : 0
    length = 0
    return end
  }

  const keep = (bytes: Uint8Array) => {
    length = bytes.length
    held = length > cap ? bytes.slice(0, head) : bytes
  }

  return {
    push(segment) {
      // A plain view, whatever class the bytes have: the slice of Node's Buffer is no copy.
      const chunk = new Uint8Array(segment.buffer, segment.byteOffset, segment.length)
      const items: StreamItem[] = []
      const from = length > cap ? passOversize(items, chunk) : 0
      if (length > cap) return items
      const bytes = length > 0 ? joined(held, chunk) : from > 0 ? chunk.subarray(from) : chunk
      const start = takeAll(items, bytes, false)
      // A copy, so that a slow sender's few bytes do not keep a whole segment alive.
      if (start === bytes.length) keep(nothing)
      else keep(length === 0 || start > 0 ? bytes.slice(start) : bytes)
      return items
    },
    end() {
      const items: StreamItem[] = []
      if (length > cap) items.push(oversize(held, length))
      else {
        const rest = held.subarray(takeAll(items, held, true))
        if (rest.length > 0) items.push(noise(rest))
      }
      keep(nothing)
      searched = 0
      inFrame = false
      return items
    },
    pending: () => length,
  }
}

const nothing = new Uint8Array()
const undecided = -1
const quote = 0x22
const zero = 0x30

/**
 * From which byte of the frame at `start` LF and CR count: the next one, or the third after a
 * binary CRC. The question arises only when the first two bytes hold an LF or CR; the CRC is binary
 * when `0LLL"` follows them. No frame with a hex CRC can be mistaken for that: with or without LF
 * or CR padding before it, a digit of its CRC or length stands where the quote would be. `isLast`
 * means that nothing will follow to decide it.
 */
function controlsCount(bytes: Uint8Array, start: number, isLast: boolean): number {
  if (!isControl(bytes[start + 1]) && !isControl(bytes[start + 2])) return 1
  for (let at = start + 3; at <= start + 7; at++) {
    if (at >= bytes.length) return isLast ? 1 : undecided
    const place = at - start
    const fits =
      place === 7
        ? bytes[at] === quote
        : place === 3
          ? bytes[at] === zero
          : hexValue(bytes, at, at + 1) >= 0
    if (!fits) return 1
  }
  return 3
}

const isControl = (byte: number | undefined): boolean => byte === LF || byte === CR
const isPadding = (byte: number): boolean => byte === 0 || byte === CR || byte === LF

const noise = (bytes: Uint8Array): StreamItem => ({
  kind: 'noise',
  bytes,
  harmless: bytes.every(isPadding),
})
const oversize = (bytes: Uint8Array, length: number): StreamItem => ({
  kind: 'oversize',
  bytes,
  length,
})

/** The index of the next such byte, or `bytes.length`. */
function find(byte: number, bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(byte, from)
  return at < 0 ? bytes.length : at
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
