import { type Detail, detail } from '../signals/detail-codes'
import type { BrokenHeader } from './broken-header'
import { CR, hex4, hexValue, LF, latin1FromBytes } from './bytes'
import { crc16 } from './crc'
import type { UnreadableReason } from './frame'
import type { Tolerance, Tolerances } from './tolerances'

/** The longest body that three hex digits can announce. */
export const longestBody = 0xfff
const quote = 0x22
/**
 * LF, a binary CRC, the length, `"A"0001[]` and CR: nothing shorter can be a frame in any dialect.
 */
const shortestFrame = 17

export interface Fault {
  readonly reason: UnreadableReason
  readonly detail: Detail
  readonly header?: BrokenHeader
}

export interface Envelope {
  /** The body is `bytes[from..to)`. */
  readonly from: number
  readonly to: number
  readonly tolerated: Tolerance[]
}

/** Checks what surrounds the body: LF, CRC, length, CR. */
export function openEnvelope(bytes: Uint8Array, tolerances: Tolerances): Envelope | Fault {
  if (bytes[0] !== LF) return { reason: 'no-line-feed', detail: detail('no-lf') }
  const tolerated: Tolerance[] = []
  const to = carriageReturn(bytes, tolerances, tolerated)
  if (to < 0) return { reason: 'no-carriage-return', detail: detail('no-cr') }
  if (to + 1 < shortestFrame)
    return { reason: 'too-short', detail: detail('too-short', { bytes: bytes.length }) }
  const from = bodyStart(bytes, tolerances, tolerated)
  if (from < 0) return { reason: 'bad-header', detail: detail('no-crc') }
  return (
    crcFault(bytes, { from, to, tolerated }, tolerances) ??
    lengthFault(bytes, { from, to, tolerated }, tolerances) ?? { from, to, tolerated }
  )
}

function carriageReturn(bytes: Uint8Array, tolerances: Tolerances, tolerated: Tolerance[]): number {
  let last = bytes.length - 1
  if (tolerances.trailingNul && bytes[last] === 0) {
    while (last > 0 && bytes[last] === 0) last--
    tolerated.push('trailingNul')
  }
  return bytes[last] === CR ? last : -1
}

function bodyStart(bytes: Uint8Array, tolerances: Tolerances, tolerated: Tolerance[]): number {
  if (bytes[9] === quote && hexValue(bytes, 1, 9) >= 0) return 9
  if (!tolerances.binaryCrc || bytes[7] !== quote || hexValue(bytes, 3, 7) < 0) return -1
  tolerated.push('binaryCrc')
  return 7
}

function crcFault(
  bytes: Uint8Array,
  { from, to, tolerated }: Envelope,
  tolerances: Tolerances,
): Fault | null {
  const received = from === 9 ? hexValue(bytes, 1, 5) : ((bytes[1] ?? 0) << 8) | (bytes[2] ?? 0)
  const computed = crc16(bytes, from, to)
  if (received === computed) return null
  if (tolerances.crcCoversCr && received === crc16(bytes, from, to + 1)) {
    tolerated.push('crcCoversCr')
    return null
  }
  return {
    reason: 'bad-crc',
    detail: detail('crc', { received: hex4(received), computed: hex4(computed) }),
  }
}

function lengthFault(
  bytes: Uint8Array,
  { from, to, tolerated }: Envelope,
  tolerances: Tolerances,
): Fault | null {
  const length = to - from
  if (length > longestBody)
    return { reason: 'bad-length', detail: detail('too-long', { bytes: length }) }
  if (hexValue(bytes, from - 4, from) === length) return null
  const digits = latin1FromBytes(bytes, from - 4, from)
  if (tolerances.decimalLength && /^\d{4}$/.test(digits) && Number(digits) === length) {
    tolerated.push('decimalLength')
    return null
  }
  return {
    reason: 'bad-length',
    detail: detail('length', { received: digits, counted: hex4(length) }),
  }
}
