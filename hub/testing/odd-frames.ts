import { bytesFromLatin1, hex4 } from '../../shared/dc09/bytes'
import type { Cipher } from '../../shared/dc09/cipher'
import { crc16 } from '../../shared/dc09/crc'
import { encryptFrame, type Message } from '../../shared/dc09/encode'
import type { Instant } from '../../shared/lang/instant'

/**
 * DC-09 written by hand: correct around any body, and wrong in each way that docs/reception.md
 * names.
 */

export const around = (body: string, length = hex4(body.length)): Uint8Array =>
  bytesFromLatin1(`\n${hex4(crc16(bytesFromLatin1(body)))}${length}${body}\r`)

export const burglaryBody = (account: string, sequence: string): string =>
  `"ADM-CID"${sequence}L0#${account}[#${account}|1130 01 003]`

export const damaged = (body: string): Uint8Array => {
  const bytes = around(body)
  // A zone other than the one the CRC was computed over.
  bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1
  return bytes
}
export const wrongLength = (body: string): Uint8Array => around(body, hex4(body.length + 1))

export interface Departure {
  readonly tolerance: string
  /** Why the frame is quarantined for a strict account. */
  readonly reason: 'unreadable' | 'bad-crc' | 'bad-length'
  /** The account's frame with this departure. */
  frame(account: string, sequence: string): Uint8Array
}

export const departures: readonly Departure[] = [
  {
    tolerance: 'binaryCrc',
    reason: 'unreadable',
    frame(account, sequence) {
      const body = bytesFromLatin1(burglaryBody(account, sequence))
      const crc = crc16(body)
      return Uint8Array.of(
        10,
        crc >> 8,
        crc & 0xff,
        ...bytesFromLatin1(hex4(body.length)),
        ...body,
        13,
      )
    },
  },
  {
    tolerance: 'crcCoversCr',
    reason: 'bad-crc',
    frame(account, sequence) {
      const body = burglaryBody(account, sequence)
      return bytesFromLatin1(
        `\n${hex4(crc16(bytesFromLatin1(`${body}\r`)))}${hex4(body.length)}${body}\r`,
      )
    },
  },
  {
    tolerance: 'decimalLength',
    reason: 'bad-length',
    frame(account, sequence) {
      const body = burglaryBody(account, sequence)
      return around(body, String(body.length).padStart(4, '0'))
    },
  },
  {
    tolerance: 'trailingNul',
    reason: 'unreadable',
    frame: (account, sequence) => Uint8Array.of(...around(burglaryBody(account, sequence)), 0, 0),
  },
  {
    tolerance: 'missingPrefix',
    reason: 'unreadable',
    frame: (account, sequence) => around(burglaryBody(account, sequence).replace('L0', '')),
  },
  {
    tolerance: 'accountInData',
    reason: 'unreadable',
    frame: (account, sequence) => around(`"ADM-CID"${sequence}L0[#${account}|1130 01 003]`),
  },
]

export interface Sealing {
  readonly account: string
  readonly sequence: string
  readonly cipher: Cipher
  readonly at: Instant
  readonly data?: string
  readonly token?: string
}

/** An encrypted motion alarm, or what `data` says, with the current time. */
export function sealed({
  account,
  sequence,
  cipher,
  at,
  data,
  token = 'SIA-DCS',
}: Sealing): Uint8Array {
  const message: Message = {
    token,
    sequence,
    receiver: null,
    prefix: '0',
    account,
    data: data ?? `#${account}|Nri1/BA003`,
    timestamp: at,
  }
  return encryptFrame(message, cipher)
}
