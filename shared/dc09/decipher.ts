import { type Detail, detail } from '../signals/detail-codes'
import { accountOf, isSameAccount } from '../sites/account'
import { bytesFromHex, latin1FromBytes } from './bytes'
import type { Cipher } from './cipher'
import { type Content, readContent } from './content'
import { accountIn } from './data-account'
import { ackPad } from './encode'
import type { Frame } from './frame'

/*
 * What follows the [ of an encrypted frame, deciphered (DC-09-2013 5.4):
 *
 *   pad | data ] [Xtext] ... _HH:MM:SS,MM-DD-YYYY
 *   |   |                     |
 *   |   |                     always there: only it and the account show that the key is the
 *   |   |                     sender's
 *   |   many senders leave it out when there is no data, so that the first of | and ] ends the pad
 *   1-16 bytes of any value but | [ ], control bytes too: nothing counts as text before the pad is
 *   removed
 */

const bar = 0x7c
const closing = 0x5d

export interface DecipherFault {
  readonly kind: 'decipher-fault'
  /**
   * `no-cipher-text`: not whole blocks in hex, whatever the key · `wrong-key`: the result is no
   * message of this account · `no-timestamp`: well formed but without the time an encrypted message
   * must have. Only officers learn which it was: a sender that could tell them apart could
   * decipher, and forge, without the key.
   */
  readonly reason: 'no-cipher-text' | 'wrong-key' | 'no-timestamp'
  /** For people. Of the deciphered text it may contain only accounts. */
  readonly detail: Detail
}

/**
 * The clear frame of an encrypted one, as `decodeFrame` gave it. It is still `encrypted`, with
 * data, fields and timestamp. `content` is the header and the clear data without pad and time, so
 * that repetitions are equal whatever their padding. An account missing from the header is taken
 * from the data and reported as `accountInData`.
 *
 * DC-09 has no authentication code, and a wrong key can give a bracket by accident. So a message is
 * accepted only with a closing bracket, a readable time and, where the data names an account, the
 * header's account (in either case).
 *
 * Every check is made whatever the earlier ones found: the time a refusal takes must not tell a
 * stranger which it was.
 */
export function decipherFrame(frame: Frame, cipher: Cipher): Frame | DecipherFault {
  const { body, data } = frame
  if (!frame.sealed) return frame
  const sealed = bytesFromHex(body, body.length - data.length, body.length)
  const clear = sealed && cipher.decrypt(sealed)
  if (clear === null) return fault('no-cipher-text', detail('no-blocks', { count: data.length }))
  const at = dataStart(clear, frame.account)
  const text = latin1FromBytes(clear, clear[at] === bar ? at + 1 : Math.max(0, at))
  const content = readContent(text)
  const padded = at >= 0 && at <= longestPad
  const opened = withContent(frame, content ?? nothing, text)
  const reflected = frame.token !== 'ACK' && ackPad.every((byte, index) => clear[index] === byte)
  const wellFormed = isWellFormed(content ?? nothing, text)
  if (!padded) return fault('wrong-key', detail('no-pad-end'))
  if (content === null) return fault('wrong-key', detail('no-bracket'))
  if (reflected) return fault('wrong-key', detail('reflected'))
  if (content.timestamp !== null) return opened
  return wellFormed
    ? fault('no-timestamp', detail('needs-time'))
    : fault('wrong-key', detail('no-time'))
}

const longestPad = 16
const nothing: Content = { data: '', extended: [], timestamp: null, trailing: '', end: 0 }

/**
 * Where the padding ends. The standard forbids | and ] in it, but some senders use them. Their data
 * is found by the header's account, which they put before it.
 */
function dataStart(clear: Uint8Array, account: string | null): number {
  const first = clear.findIndex((byte) => byte === bar || byte === closing)
  if (account === null) return first
  const named = new RegExp(`\\|#?0*${account.replace(/^0+(?=.)/, '')}\\|`, 'i')
  const at = latin1FromBytes(clear).search(named)
  return at < 0 || at > longestPad ? first : at
}

/**
 * Whether this can be a message whose time is missing or unreadable, which only officers are told.
 */
const isWellFormed = ({ trailing }: Content, text: string): boolean =>
  /^[\x20-\x7e\x80-\xff]*$/.test(text) && /^(?:_[\x20-\x7e]*)?$/.test(trailing)

function withContent(frame: Frame, content: Content, text: string): Frame | DecipherFault {
  const { data, extended, timestamp, trailing, end } = content
  const named = accountIn(frame.token, data, frame.account)
  if (named !== null && frame.account !== null && !isSameAccount(named, frame.account))
    return fault('wrong-key', detail('other-account', { named, account: frame.account }))
  // The body is the header followed by the cipher text.
  const head = frame.content.slice(0, frame.content.length - frame.data.length)
  return {
    ...frame,
    sealed: false,
    account: frame.account ?? (named === null ? null : accountOf(named)),
    sentAccount: frame.sentAccount ?? named,
    data,
    extended,
    timestamp,
    trailing,
    content: head + text.slice(0, end),
    tolerated:
      frame.account === null && named !== null
        ? [...frame.tolerated, 'accountInData']
        : frame.tolerated,
  }
}

const fault = (reason: DecipherFault['reason'], detail: Detail): DecipherFault => ({
  kind: 'decipher-fault',
  reason,
  detail,
})
