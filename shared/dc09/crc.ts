/**
 * CRC-16/ARC: polynomial 0x8005 reflected, start 0, no final xor; check value 0xBB3D (DC-09,
 * recomputed on 120 known frames).
 */
const reflectedPolynomial = 0xa001

const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ reflectedPolynomial : crc >> 1
  return crc
})

/** The CRC of `bytes[from..to)`. */
export function crc16(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = 0
  for (let at = from; at < to; at++)
    crc = (crc >> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  return crc
}
