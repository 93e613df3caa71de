import { CR, hexText, LF, latin1FromBytes } from './bytes'

/*
 * Recognises callers on a panels' port that are no panels. A browser lets any web page POST to any
 * port, and the request's body may hold a valid frame: so the hub hangs up on the first line of
 * HTTP, before the body. TLS, SSH, SMB, STUN and RDP are recognised by their first bytes.
 *
 * Only lines that begin where a panel's frame or line may begin are examined. A frame is never
 * taken for HTTP, whatever its data says: a quote or bracket stands where a method has its letters.
 */

/**
 * What ends a line on this port: a DC-09 frame lies between LF and CR, and a Sur-Gard line ends in
 * DC4.
 */
export type LineEnds = 'lf' | 'dc4'

export interface OtherProgram {
  readonly speaks: string
  /** Where in the chunk the telltale line begins; 0 when it began in an earlier chunk. */
  readonly from: number
}

/**
 * A method may have any name and a target any length, so a request line is recognised by its
 * beginning and its end.
 */
const methodFirst = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+(?:[ \t]|$)/
const versionLast = /[ \t](HTTP|RTSP|SIP|ICAP)\/\d(?:\.\d)?[ \t]*$/i
/** HTTP 0.9 names no version. */
const plainRequest =
  /^(?:GET|POST|HEAD|PUT|DELETE|OPTIONS|PATCH|TRACE|CONNECT|PROPFIND)[ \t]+(?:\/|\*|https?:)/i
const header =
  /^(?:host|user-agent|accept(?:-[a-z]+)?|content-[a-z]+|origin|referer|sec-[a-z-]+|cookie|authorization|transfer-encoding|proxy-[a-z]+):/i

const headLength = 64
const tailLength = 16
/** How many first bytes of a connection identify a protocol: the length of the longest opening. */
const openingLength = 8
const DC4 = 0x14
const quote = 0x22

/** Watches the bytes of one connection, however they are split into chunks. */
export function createOtherProgramWatch(ends: LineEnds = 'lf') {
  let opening = ''
  let head = ''
  let tail = ''
  /** Sur-Gard: only line ends have come since the last DC4. */
  let fresh = true

  const endLine = (byte: number | undefined): string | null => {
    const speaks = fresh && head !== '' ? speaksIn(head, tail) : null
    if (ends === 'dc4') fresh = byte === DC4 || (fresh && head === '')
    head = ''
    tail = ''
    return speaks
  }
  const addPiece = (chunk: Uint8Array, from: number, to: number) => {
    if (head.length < headLength)
      head += latin1FromBytes(chunk, from, Math.min(to, from + headLength - head.length))
    tail = (tail + latin1FromBytes(chunk, Math.max(from, to - tailLength), to)).slice(-tailLength)
  }
  const isOpening = (chunk: Uint8Array): string | null => {
    if (opening.length >= 2 * openingLength) return null
    opening += hexText(chunk.subarray(0, openingLength - opening.length / 2))
    return openedWith(opening)
  }

  return {
    see(chunk: Uint8Array): OtherProgram | null {
      const opened = isOpening(chunk)
      if (opened !== null) return { speaks: opened, from: 0 }
      const next = nextEnd(chunk, ends)
      for (let from = 0; from < chunk.length; ) {
        const end = next(from)
        const isFrame = ends === 'lf' && head === '' && end < chunk.length && frameAt(chunk, from)
        if (end > from && !isFrame) addPiece(chunk, from, end)
        if (end === chunk.length) return null
        const speaks = endLine(chunk[end])
        if (speaks !== null) return { speaks, from }
        from = end + 1
      }
      return null
    },
  }
}
export type OtherProgramWatch = ReturnType<typeof createOtherProgramWatch>

/**
 * CRC and length in hex, and a quote: no other program's first line begins so. For nearly all
 * traffic nothing more need be examined.
 */
function frameAt(chunk: Uint8Array, from: number): boolean {
  if (chunk[from + 8] !== quote) return false
  for (let at = from; at < from + 8; at++) {
    const byte = chunk[at] ?? 0
    const isHex = (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46)
    if (!isHex) return false
  }
  return true
}

function speaksIn(head: string, tail: string): string | null {
  if (header.test(head) || plainRequest.test(head)) return 'HTTP'
  if (head.startsWith('SSH-')) return 'SSH'
  const version = methodFirst.test(head) ? versionLast.exec(tail)?.[1] : undefined
  return version?.toUpperCase() ?? null
}

/**
 * In hex, with `.` for any digit. None can begin a frame (LF) or a receiver's line (a digit, a
 * letter or a space).
 */
const openings: readonly (readonly [first: RegExp, speaks: string])[] = [
  [/^16030[0-4]....01/, 'TLS'],
  [/^00......F[EF]534D42/, 'SMB'],
  [/^0300......E0/, 'RDP'],
  [/^000[13]....2112A442/, 'STUN'],
]
const openedWith = (hex: string): string | null =>
  openings.find(([first]) => first.test(hex))?.[1] ?? null

/**
 * Returns a function for the end of the line around a place. Each byte is examined once, however
 * many lines there are.
 */
function nextEnd(chunk: Uint8Array, ends: LineEnds): (from: number) => number {
  const bytes = ends === 'dc4' ? [LF, CR, DC4] : [LF, CR]
  const places = bytes.map(() => -1)
  return (from) => {
    let nearest = chunk.length
    for (const [at, byte] of bytes.entries()) {
      let place = places[at] ?? -1
      if (place < from) {
        const found = chunk.indexOf(byte, from)
        place = found < 0 ? chunk.length : found
        places[at] = place
      }
      if (place < nearest) nearest = place
    }
    return nearest
  }
}
