import { parseCidData } from '../../../shared/dc09/adm-cid'
import type { BrokenHeader } from '../../../shared/dc09/broken-header'
import type { Cipher } from '../../../shared/dc09/cipher'
import { accountIn } from '../../../shared/dc09/data-account'
import { type DecipherFault, decipherFrame } from '../../../shared/dc09/decipher'
import { decodeFrame } from '../../../shared/dc09/decode-frame'
import type { Frame, Unreadable } from '../../../shared/dc09/frame'
import { parseSiaData } from '../../../shared/dc09/sia-dcs'
import { readSignals, type SignalEvent } from '../../../shared/dc09/signal'
import { timeFault } from '../../../shared/dc09/time-window'
import { formatTimestamp } from '../../../shared/dc09/timestamp'
import { lenient, strict, type Tolerance } from '../../../shared/dc09/tolerances'
import type { Instant } from '../../../shared/lang/instant'
import { type Detail, detail, details } from '../../../shared/signals/detail-codes'
import type { QuarantineReason } from '../../../shared/signals/signal'
import { accountOf, isSameAccount } from '../../../shared/sites/account'
import type { Line } from '../../../shared/sites/site'
import type { TextEncoding } from '../../../shared/text/read-bytes'
import type { UnreadableItem } from '../../reception/quarantined'

export interface AccountKnowledge {
  /** How an account is received; null for an unknown account. */
  line(account: string): Line | null
  cipherOf(account: string): Cipher | null
}

export interface Admitted {
  readonly outcome: 'admitted'
  readonly frame: Frame
  /** Empty when neither the frame nor its data names one. */
  readonly account: string
  readonly accountInData: string | null
  /** Empty for a poll. */
  readonly events: readonly SignalEvent[]
  /** Its time is outside the window, but it was taken all the same. */
  readonly stale: boolean
  /** What it was deciphered with, to answer in kind. */
  readonly cipher: Cipher | undefined
  /** LF to CR, as received. */
  readonly bytes: Uint8Array
  /** As received, when it was encrypted. */
  readonly sealed?: Frame
}

/**
 * What a frame that is not admitted gets. Silence: the panel goes on, tries its other paths and
 * shows a trouble at the site. A NAK with our time. A DUH, once the frame is kept. Or an ACK, once
 * it is kept, when only its data cannot be understood.
 */
export interface Refused {
  readonly outcome: 'refused'
  readonly answer: 'silence' | 'nak' | 'duh' | 'ack'
  /** Null when the bytes are no frame at all. */
  readonly frame: Frame | null
  readonly header?: BrokenHeader
  readonly item: UnreadableItem
  /** What it was deciphered with, to answer in kind. */
  readonly cipher?: Cipher | undefined
  /** Encrypted, from an account with a key, and not taken: nobody outside may learn why. */
  readonly undeciphered?: true
  readonly sealed?: Frame
}

/**
 * Judges the bytes of one frame in the order CRC, token, account, key, time, data. It is strict
 * first; where that fails, it allows the departures known for the account. It touches nothing:
 * storing and answering come later.
 */
export function admitFrame(
  bytes: Uint8Array,
  known: AccountKnowledge,
  now: Instant,
): Admitted | Refused {
  const read = readFrame(bytes, known)
  if (read.kind === 'unreadable') return unread(read)
  if (read.kind === 'not-allowed') return notTaken('silence', read.frame, read.item)
  return openFrame(read, { bytes, known, now })
}

interface Judging {
  readonly bytes: Uint8Array
  readonly known: AccountKnowledge
  readonly now: Instant
}

type Read =
  | Frame
  | Unreadable
  | { readonly kind: 'not-allowed'; readonly frame: Frame; readonly item: UnreadableItem }

function readFrame(bytes: Uint8Array, known: AccountKnowledge): Read {
  const first = decodeFrame(bytes, strict)
  if (
    first.kind === 'frame' &&
    (first.account !== null || accountIn(first.token, first.data) === null)
  )
    return first
  const second = decodeFrame(bytes, lenient)
  if (second.kind === 'unreadable') return first
  if (second.tolerated.length === 0) return second
  const allowed = lineOf(second, known)?.tolerances ?? []
  const missing = second.tolerated.filter((tolerance) => !allowed.includes(tolerance))
  if (missing.length === 0) return second
  return { kind: 'not-allowed', frame: second, item: departure(first, second, missing, bytes) }
}

const lineOf = ({ account }: Frame, known: AccountKnowledge): Line | null =>
  account === null ? null : known.line(account)

/** Says in an installer's words what is wrong and which setting would let it pass. */
function departure(
  strictly: Frame | Unreadable,
  frame: Frame,
  missing: readonly Tolerance[],
  bytes: Uint8Array,
) {
  const wrong = strictly.kind === 'unreadable' ? strictly.detail : detail('data-only')
  const reason: QuarantineReason =
    strictly.kind === 'unreadable' ? reasonOf(strictly) : 'unreadable'
  const tolerances = missing.join(', ')
  const whose =
    frame.account === null
      ? detail('unnamed', { tolerances })
      : detail('needs', { account: frame.account, tolerances })
  return {
    reason,
    detail: details([wrong, whose]),
    bytes,
    account: frame.account,
  }
}

function openFrame(frame: Frame, judging: Judging): Admitted | Refused {
  const { bytes, known, now } = judging
  const account = frame.account ?? ''
  const line = lineOf(frame, known)
  const encoding = line?.textEncoding
  const keep = (reason: QuarantineReason, detail: Detail): UnreadableItem => ({
    reason,
    detail,
    bytes,
    account,
  })
  if (!frame.encrypted) {
    if (line?.encryption === 'required')
      return notTaken('silence', frame, keep('not-encrypted', detail('in-clear')))
    return readData(
      frame,
      {
        account,
        encoding,
        stale: timeFault(frame.timestamp, now) !== null && frame.timestamp !== null,
        bytes,
      },
      keep,
    )
  }
  const cipher = account === '' ? null : known.cipherOf(account)
  if (cipher === null)
    return notTaken(
      'silence',
      frame,
      keep('encrypted-without-key', detail('no-key', { token: `*${frame.token}` })),
    )
  const clear = decipherFrame(frame, cipher)
  if (clear.kind === 'decipher-fault')
    return undeciphered('silence', frame, keep(faultReason[clear.reason], clear.detail))
  const bears = bearsWitness(clear)
  const wrong = timeFault(clear.timestamp, now)
  if (!bears) return undeciphered('silence', frame, keep('wrong-key', detail('no-witness')))
  const read = { account, encoding, cipher, bytes, sealed: frame }
  if (wrong === null) return readData(clear, { ...read, stale: false }, keep)
  if (!line?.tolerances.includes('staleTime'))
    return {
      ...undeciphered('nak', clear, keep('outside-window', clockWords(clear.timestamp, now))),
      sealed: frame,
    }
  return readData(
    { ...clear, tolerated: [...clear.tolerated, 'staleTime'] },
    { ...read, stale: true },
    keep,
  )
}

/** For officers. The sender gets silence in each case. */
const faultReason = {
  'no-cipher-text': 'wrong-key',
  'wrong-key': 'wrong-key',
  'no-timestamp': 'outside-window',
} as const satisfies Record<DecipherFault['reason'], QuarantineReason>

/**
 * Whether a deciphered frame shows that its sender has the key. It does when it names the account
 * (which `decipherFrame` found to be the header's), is an empty poll, or can be read to the last
 * character. Blocks put before the end of a recorded message come out as noise; neither an ACK nor
 * a NAK may tell their sender which noise it was.
 */
function bearsWitness({ token, data, account }: Frame): boolean {
  if (accountIn(token, data, account) !== null || (token === 'NULL' && data === '')) return true
  if (!/^[\x20-\x7e\x80-\xff]*$/.test(data)) return false
  if (token === 'ADM-CID') return parseCidData(data) !== null
  const { events, leftover } = parseSiaData(data)
  return token === 'SIA-DCS' && events.length > 0 && leftover === ''
}

function clockWords(sent: Instant | null, now: Instant): Detail {
  if (sent === null) return detail('must-time')
  const seconds = Math.round(Math.abs(now - sent) / 1_000)
  return detail(sent < now ? 'behind' : 'ahead', { time: formatTimestamp(sent), seconds })
}

interface Known {
  readonly account: string
  readonly stale: boolean
  readonly bytes: Uint8Array
  readonly encoding: TextEncoding | undefined
  readonly cipher?: Cipher
  readonly sealed?: Frame
}

function readData(
  frame: Frame,
  { account, stale, encoding, bytes, cipher, sealed }: Known,
  keep: (reason: QuarantineReason, detail: Detail) => UnreadableItem,
): Admitted | Refused {
  const reading = readSignals(frame, encoding)
  if (reading.kind === 'signals') {
    const accountInData = otherThan(account, reading.accountInData)
    const { events } = reading
    return {
      outcome: 'admitted',
      frame,
      account,
      accountInData,
      events,
      stale,
      bytes,
      cipher,
      ...(sealed && { sealed }),
    }
  }
  const { reason, detail } = reading
  // An ACK, NAK, DUH or RSP: nobody answers those, or two receivers would talk for ever.
  if (reason === 'reply-token') return notTaken('silence', frame, keep('unreadable', detail))
  // Nothing here will ever read it: repeating is useless, and the panel may try another receiver.
  if (reason === 'unknown-token') return notTaken('duh', frame, keep('unknown-token', detail))
  // The content is kept for people. A DUH would tell the panel never to repeat what may be an
  // alarm.
  return {
    ...notTaken('ack', frame, keep('unreadable-data', detail)),
    cipher,
    ...(sealed && { sealed }),
  }
}

/** Null when they agree: some panels write the same account with leading zeros. */
function otherThan(account: string, inData: string | null): string | null {
  return inData === null || isSameAccount(inData, account) ? null : accountOf(inData)
}

const notTaken = (
  answer: Refused['answer'],
  frame: Frame | null,
  item: UnreadableItem,
): Refused => ({
  outcome: 'refused',
  answer,
  frame,
  item,
})

/** A refusal whose reason nobody outside may learn. */
export const undeciphered = (
  answer: Refused['answer'],
  frame: Frame | null,
  item: UnreadableItem,
): Refused => ({
  ...notTaken(answer, frame, item),
  undeciphered: true,
})

const reasonOf = ({ reason }: Pick<Unreadable, 'reason'>): QuarantineReason =>
  reason === 'bad-crc' || reason === 'bad-length' ? reason : 'unreadable'

/**
 * We do not answer bytes that may not be what was sent: the standard wants them repeated
 * (DC-09-2007 C.2.3.5). But a panel whose header is itself wrong would repeat it for ever.
 */
function unread({ detail, bytes, header, ...frame }: Unreadable): Refused {
  const item: UnreadableItem = { reason: reasonOf(frame), detail, bytes }
  if (header === undefined) return notTaken('silence', null, item)
  return { ...notTaken('duh', null, { ...item, account: header.account }), header }
}
