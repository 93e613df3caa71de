import type { Instant } from '../lang/instant'
import { bytesFromLatin1, hex4 } from './bytes'
import type { Cipher } from './cipher'
import { crc16 } from './crc'
import { encipher } from './encipher'
import type { ExtendedField, Frame } from './frame'
import { formatTimestamp } from './timestamp'

/**
 * What a sender says. Text is Latin-1; data has at most about 4,000 characters, since a frame
 * cannot announce more.
 */
export interface Message {
  readonly token: string
  /** The data is cipher text in hex, which holds everything after the bracket. */
  readonly encrypted?: boolean
  readonly sequence: string
  readonly receiver: string | null
  readonly prefix: string
  readonly account: string | null
  readonly data?: string
  readonly extended?: readonly ExtendedField[]
  readonly timestamp?: Instant | null
}

export function encodeFrame(message: Message): Uint8Array {
  const sealed = message.encrypted ?? false
  const text = sealed ? (message.data ?? '') : clearText(message)
  return wrap(
    `"${sealed ? '*' : ''}${message.token}"${message.sequence}${address(message)}[${text}`,
    false,
  )
}

/**
 * The encrypted frame of a message; for `pad` see `encipher`. The sender must set the timestamp: a
 * receiver refuses the frame without one.
 */
export function encryptFrame(message: Message, cipher: Cipher, pad?: Uint8Array): Uint8Array {
  return encodeFrame({
    ...message,
    encrypted: true,
    data: encipher(clearText(message), cipher, pad),
  })
}

export interface AckOptions {
  /** Our clock, sent only to senders that sent theirs. */
  readonly timestamp?: Instant | null
  /**
   * The cipher the message came in: it is answered in kind. A plain message is answered in clear in
   * any case.
   */
  readonly cipher?: Cipher | undefined
  /** Random bytes, see `encipher`. */
  readonly pad?: Uint8Array
}

/**
 * The pad of our ACKs. Deciphered, an ACK looks like a poll: sent back to us under a header of NULL
 * it would pass for one, and a stranger could keep a dead panel alive with our own answers. The pad
 * gives it away (decipher.ts), because with the constant initialisation vector the first block
 * cannot be changed in part.
 */
export const ackPad = bytesFromLatin1('navbatchi.')

/**
 * "Understood and safely stored": send it only once that is true. It has a timestamp only when the
 * message had one; the ACK of an encrypted message is encrypted and always has one.
 */
export function encodeAck(
  frame: Frame,
  { timestamp = null, cipher, pad }: AckOptions = {},
): Uint8Array {
  if (!frame.encrypted || cipher === undefined)
    return reply('ACK', frame, frame.timestamp === null ? null : timestamp)
  const sealed = encipher(`]${stamp(timestamp ?? frame.timestamp)}`, cipher, pad ?? ackPad)
  return wrap(
    `"*ACK"${frame.sequence}${answerAddress(frame)}[${sealed}`,
    frame.tolerated.includes('binaryCrc'),
  )
}

/**
 * "A correct frame, but it cannot be processed". It stops the panel from repeating, so it must
 * never answer an alarm. Never encrypted (DC-09-2013 5.5.3.3).
 */
export const encodeDuh = (frame: Addressed): Uint8Array => reply('DUH', frame, null)

/** "Your clock is wrong", with ours (DC-09-2013 5.5.3.2). Never encrypted. */
export const encodeNak = (now: Instant): Uint8Array => wrap(`"NAK"0000R0L0A0[]${stamp(now)}`, false)

function clearText({ data = '', extended = [], timestamp = null }: Message): string {
  const fields = extended.map(({ letter, text }) => `[${letter}${text}]`).join('')
  return `${data}]${fields}${stamp(timestamp)}`
}

/**
 * Whom the answer goes to, and for which message; a header with invalid characters says no more.
 */
type Addressed = Pick<Frame, 'sequence' | 'receiver' | 'prefix' | 'sentAccount'> &
  Partial<Pick<Frame, 'tolerated'>>

function reply(token: string, frame: Addressed, timestamp: Instant | null): Uint8Array {
  const body = `"${token}"${frame.sequence}${answerAddress(frame)}[]${stamp(timestamp)}`
  return wrap(body, frame.tolerated?.includes('binaryCrc') ?? false)
}

/**
 * R, L and account. An absent R stays absent; a missing prefix is answered with the standard's L0.
 */
function address({
  receiver,
  prefix,
  account,
}: Pick<Frame, 'receiver' | 'prefix' | 'account'>): string {
  return `${receiver === null ? '' : `R${receiver}`}L${prefix === '' ? '0' : prefix}${account === null ? '' : `#${account}`}`
}

const answerAddress = (to: Addressed): string => address({ ...to, account: to.sentAccount })

const stamp = (timestamp: Instant | null): string =>
  timestamp === null ? '' : `_${formatTimestamp(timestamp)}`

function wrap(body: string, binaryCrc: boolean): Uint8Array {
  const bytes = bytesFromLatin1(`\n${binaryCrc ? '__' : '____'}${hex4(body.length)}${body}\r`)
  const from = binaryCrc ? 7 : 9
  const crc = crc16(bytes, from, bytes.length - 1)
  if (binaryCrc) bytes.set([crc >> 8, crc & 0xff], 1)
  else bytes.set(bytesFromLatin1(hex4(crc)), 1)
  return bytes
}
