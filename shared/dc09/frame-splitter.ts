import { CR, LF } from './bytes'

/**
 * Longest frame taken from a stream. DC-09 cannot express more than 4,095 bytes of body (a frame of 4,105), so twice
 * that is surely none; it bounds what one connection can make the hub hold.
 */
export const frameCap = 8192
/** Noise is reported in pieces of this size, so that a stream that never starts a frame holds no more than this. */
const noisePiece = 4096
/** What is kept of an oversize frame: enough to recognise the sender. */
export const oversizeHead = 256

/** What a stream falls into. Items come in the order of their bytes, the same for every way the stream was cut. */
export type StreamItem =
  /** LF … CR, not checked yet. */
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  /** Bytes between frames, or a frame broken off by the next LF. `harmless`: only NUL, CR and LF, as some panels pad. */
  | { readonly kind: 'noise'; readonly bytes: Uint8Array; readonly harmless: boolean }
  /** More than the cap without a CR: its first bytes and how many there were in all. */
  | { readonly kind: 'oversize'; readonly bytes: Uint8Array; readonly length: number }

export interface FrameSplitter {
  /** Takes what the socket gave; the items are copies and stay valid. */
  push(chunk: Uint8Array): readonly StreamItem[]
  /** The stream has ended: what is unfinished is reported too. */
  end(): readonly StreamItem[]
  /** Bytes of the unfinished item, also those no longer held: a listener hangs up on a sender that never ends one. */
  pending(): number
}

export interface SplitterOptions {
  readonly cap?: number
  /** The two bytes after LF are a binary CRC (see Tolerances) and may themselves look like LF or CR. */
  readonly binaryCrc?: boolean
}

/** Cuts a TCP stream into DC-09 frames. Bytes before an LF are noise; an LF before the CR starts anew. */
export function createFrameSplitter({ cap = frameCap, binaryCrc = false }: SplitterOptions = {}): FrameSplitter {
  /** Where control bytes start to count: behind LF, or behind LF and a binary CRC. */
  const guarded = binaryCrc ? 3 : 1
  let held = new Uint8Array(oversizeHead)
  let length = 0
  let inFrame = false

  const hold = (byte: number) => {
    if (length < cap) {
      if (length === held.length) held = grown(held, cap)
      held[length] = byte
    }
    length++
  }

  const take = (items: StreamItem[], complete: boolean) => {
    if (length === 0) return
    if (length > cap) {
      items.push({ kind: 'oversize', bytes: held.slice(0, oversizeHead), length })
      held = new Uint8Array(oversizeHead)
    } else {
      const bytes = held.slice(0, length)
      items.push(complete ? { kind: 'frame', bytes } : { kind: 'noise', bytes, harmless: bytes.every(isPadding) })
    }
    length = 0
  }

  const step = (items: StreamItem[], byte: number) => {
    const counts = !inFrame || length >= guarded
    if (byte === LF && counts) {
      take(items, false)
      inFrame = true
    }
    hold(byte)
    if (inFrame ? byte === CR && counts : length === Math.min(noisePiece, cap)) {
      take(items, inFrame)
      inFrame = false
    }
  }

  return {
    push(chunk) {
      const items: StreamItem[] = []
      for (let at = 0; at < chunk.length; at++) step(items, chunk[at] ?? 0)
      return items
    },
    end() {
      const items: StreamItem[] = []
      take(items, false)
      inFrame = false
      return items
    },
    pending: () => length,
  }
}

const isPadding = (byte: number): boolean => byte === 0 || byte === CR || byte === LF

function grown(held: Uint8Array<ArrayBuffer>, cap: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(held.length * 2, cap))
  larger.set(held)
  return larger
}
