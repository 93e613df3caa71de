import { CR, LF } from '../dc09/bytes'
import { type FrameSplitter, oversizeHead, type StreamItem } from '../dc09/frame-splitter'

/** Ends every Sur-Gard line; nothing marks a line's start. */
export const DC4 = 0x14

/**
 * Longest line taken from a stream. A SIA block with texts may be as long as a DC-09 frame; every
 * other line has some 30 bytes. The cap bounds what one connection can make the hub hold.
 */
export const lineCap = 4096

/**
 * Cuts a byte stream (a socket or a serial port) into lines, DC4 included. Its items are those of
 * DC-09's splitter, so that both are served alike. Bytes without a DC4 are noise once the stream
 * ends, or oversize beyond the cap.
 */
export function createLineSplitter({
  cap = lineCap,
}: {
  readonly cap?: number
} = {}): FrameSplitter {
  let held: number[] = []
  let length = 0

  const take = (items: StreamItem[], complete: boolean) => {
    if (length === 0) return
    const bytes = Uint8Array.from(held)
    if (length > cap) items.push({ kind: 'oversize', bytes: bytes.slice(0, oversizeHead), length })
    else if (bytes.every(isPadding)) items.push({ kind: 'noise', bytes, harmless: true })
    else items.push(complete ? { kind: 'frame', bytes } : { kind: 'noise', bytes, harmless: false })
    held = []
    length = 0
  }

  return {
    push(chunk) {
      const items: StreamItem[] = []
      for (const byte of chunk) {
        if (length < cap) held.push(byte)
        length++
        if (byte === DC4) take(items, true)
      }
      return items
    },
    end() {
      const items: StreamItem[] = []
      take(items, false)
      return items
    },
    pending: () => length,
  }
}

/** Line ends, and a DC4 with nothing before it. */
const isPadding = (byte: number): boolean =>
  byte === 0 || byte === CR || byte === LF || byte === DC4
