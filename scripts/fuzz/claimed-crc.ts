import type { Tolerance } from '../../shared/dc09/tolerances'

/** CRC-16/ARC bit by bit, so that a fault of the codec's table would not be shared. */
function crcOf(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1
  }
  return crc
}

/**
 * Whether an accepted frame bears the CRC of its own bytes, in the form that was accepted: four hex
 * digits, or two bytes (`binaryCrc`), over the body or over body and CR (`crcCoversCr`). Computed
 * here from the wire, with nothing of the codec.
 */
export function claimedCrcHolds(bytes: Uint8Array, accepted: readonly Tolerance[]): boolean {
  const binary = accepted.includes('binaryCrc')
  const from = binary ? 7 : 9
  const end = bytes.lastIndexOf(0x0d) + (accepted.includes('crcCoversCr') ? 1 : 0)
  const digits = String.fromCharCode(...bytes.subarray(1, 5))
  const claimed = binary ? (bytes[1] ?? 0) * 256 + (bytes[2] ?? 0) : Number.parseInt(digits, 16)
  return bytes[from] === 0x22 && crcOf(bytes.subarray(from, end)) === claimed
}

/** LF to CR around a body, with the CRC and length that are its own. */
export function enveloped(body: Uint8Array, binary: boolean): Uint8Array {
  const crc = crcOf(body)
  const length = Buffer.from(body.length.toString(16).padStart(4, '0').slice(-4), 'latin1')
  const head = binary
    ? Buffer.of(crc >> 8, crc & 0xff)
    : Buffer.from(crc.toString(16).padStart(4, '0'), 'latin1')
  return Uint8Array.from(Buffer.concat([Buffer.of(0x0a), head, length, body, Buffer.of(0x0d)]))
}
