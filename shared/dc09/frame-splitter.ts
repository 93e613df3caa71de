import { CR, hexValue, LF } from './bytes'

/**
 * Longest frame taken from a stream. DC-09 cannot express more than 4,095 bytes of body (a frame of
 * 4,105), so twice that is surely none; it bounds what one connection can make the hub hold.
 */
export const frameCap = 8192
/**
 * Noise is reported in pieces of this size, so that a stream that never starts a frame holds no
 * more than this.
 */
const noisePiece = 4096
/** How many bytes of an oversize frame are kept: enough to recognise the sender. */
export const oversizeHead = 256

/**
 * What a stream falls into. Items come in the order of their bytes, the same for every way the
 * stream was cut.
 */
export type StreamItem =
  /** LF … CR, not checked yet. */
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  /**
   * Bytes between frames, or a frame broken off by the next LF. `harmless`: only NUL, CR and LF, as
   * some panels pad.
   */
  | { readonly kind: 'noise'; readonly bytes: Uint8Array; readonly harmless: boolean }
  /** More than the cap without a CR: its first bytes and how many there were in all. */
  | { readonly kind: 'oversize'; readonly bytes: Uint8Array; readonly length: number }

export interface FrameSplitter {
  /**
   * Takes what the socket gave, for good: the items are views of it (a copy of each would cost as
   * much as all the rest), so that it must not be written to again. Node's sockets give new bytes
   * each time.
   */
  push(chunk: Uint8Array): readonly StreamItem[]
  /** Call when the stream has ended. It reports the unfinished item too. */
  end(): readonly StreamItem[]
  /**
   * Bytes of the unfinished item, also those no longer held: a listener hangs up on a sender that
   * never ends one.
   */
  pending(): number
}

export interface SplitterOptions {
  readonly cap?: number
}

/**
 * Cuts a TCP stream into DC-09 frames. Bytes before an LF are noise; an LF before the CR starts
 * anew. A CRC of two binary bytes (see Tolerances) may look like LF or CR; which of the two it is,
 * the bytes after it tell (`controlsCount`).
 */
export function createFrameSplitter({ cap = frameCap }: SplitterOptions = {}): FrameSplitter {
  /** The unfinished item from its first byte; only the head of an oversize one. */
  let held: Uint8Array = nothing
  /** Bytes of it, and how many of them are known to hold no end. */
  let length = 0
  let searched = 0
  let inFrame = false
  const head = Math.min(oversizeHead, cap)
  const piece = Math.min(noisePiece, cap)

  /**
   * Takes all that is complete out of `bytes`, which begin with the unfinished item; gives the
   * place of the next one.
   */
  const takeAll = (items: StreamItem[], bytes: Uint8Array, isLast: boolean): number => {
    // The next of each from ever later places on. Each stretch is searched once, so that a segment
    // of nothing but LFs costs no more than another.
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

  /**
   * Passes over the rest of an oversize item; gives the place behind it, where the next one starts.
   */
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
      // A plain view, in whatever class the bytes come: what Node's Buffer calls a slice is no
      // copy.
      const chunk = new Uint8Array(segment.buffer, segment.byteOffset, segment.length)
      const items: StreamItem[] = []
      const from = length > cap ? passOversize(items, chunk) : 0
      if (length > cap) return items
      const bytes = length > 0 ? joined(held, chunk) : from > 0 ? chunk.subarray(from) : chunk
      const start = takeAll(items, bytes, false)
      // A copy, so that the few bytes of a slow sender do not hold on to all of a segment.
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
 * binary CRC. Only where the first two bytes hold an LF or CR is there a question, and the frame
 * has a binary CRC when `0LLL"` follows them. No frame with a CRC in hex can be taken for that:
 * whether LF or CR padding stands before it or not, what is in the place of the quote is a digit of
 * its CRC or length. `isLast`: nothing will follow that could decide.
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

/** The index of the next such byte, or `bytes.length` if there is none. */
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
