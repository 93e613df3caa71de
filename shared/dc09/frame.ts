import type { Instant } from '../lang/instant'
import type { Detail } from '../signals/detail-codes'
import type { BrokenHeader } from './broken-header'
import type { Tolerance } from './tolerances'

/*
 * A DC-09 frame on the wire (ANSI/SIA DC-09-2007 and -2013; bytes, not characters):
 *
 *   0A CCCC 0LLL "id" 9999 R1 L0 #1234 [#1234|Nri1/BA003] [Ilounge] _12:34:56,11-22-2026 0D
 *   |  |    |    |    |    |  |  |     |                  |         |                    CR
 *   |  |    |    |    |    |  |  |     |                  |         UTC, optional in clear
 *   |  |    |    |    |    |  |  |     |                  extended fields, if any: letter, text
 *   |  |    |    |    |    |  |  |     data: the event, in the token's own grammar
 *   |  |    |    |    |    |  |  account, 1-16 hex digits, optional
 *   |  |    |    |    |    |  line prefix, 1-6 hex digits
 *   |  |    |    |    |    receiver number, 1-6 hex digits, optional; absent differs from R0
 *   |  |    |    |    sequence, 4 decimal digits
 *   |  |    |    token; a leading * in the quotes means encrypted: then all after the [ is hex
 *   |  |    length of the body, 0 and three hex digits
 *   |  CRC-16/ARC of the body, four hex digits
 *   LF                    body = from the opening quote up to, not including, CR
 */

export interface ExtendedField {
  /** Meaning of the text: H time of occurrence, I alarm text, V verification URL. */
  readonly letter: string
  /** Latin-1, as received. Never fetch a V address unless somebody asks. */
  readonly text: string
}

export interface Frame {
  readonly kind: 'frame'
  /** Without the star: SIA-DCS, ADM-CID, NULL, or any other token received. */
  readonly token: string
  /**
   * The frame arrived encrypted. Stays true after deciphering, since the answer must be encrypted.
   */
  readonly encrypted: boolean
  /** The data is still cipher text; `decipherFrame` opens it. */
  readonly sealed: boolean
  readonly sequence: string
  /** Null when the frame named none, which differs from '0'. */
  readonly receiver: string | null
  /** Empty only where `missingPrefix` was tolerated. */
  readonly prefix: string
  /** As the hub knows it; null when neither header nor data named one. */
  readonly account: string | null
  /** As received, in either case: an answer must repeat it exactly. */
  readonly sentAccount: string | null
  /** Latin-1 between the first [ and its closing ]; while sealed, the cipher text in hex. */
  readonly data: string
  readonly extended: readonly ExtendedField[]
  readonly timestamp: Instant | null
  /**
   * What follows the last ] and is no valid timestamp. Kept, since a wrong clock must not cost an
   * alarm.
   */
  readonly trailing: string
  /** The bytes that the CRC and length cover. */
  readonly body: Uint8Array
  /**
   * The body without its timestamp, in clear once deciphered. Repetitions have the same content, so
   * duplicates are found by it.
   */
  readonly content: string
  readonly tolerated: readonly Tolerance[]
}

export const unreadableReasons = [
  'no-line-feed',
  'no-carriage-return',
  'too-short',
  'bad-header',
  'bad-crc',
  'bad-length',
  'bad-body',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

export interface Unreadable {
  readonly kind: 'unreadable'
  readonly reason: UnreadableReason
  readonly detail: Detail
  readonly bytes: Uint8Array
  /**
   * CRC and length are right, but the header has invalid characters: a panel, which can be
   * answered.
   */
  readonly header?: BrokenHeader
}
