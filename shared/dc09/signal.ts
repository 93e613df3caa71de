import { siaNumbers } from '../codes/sia-numbers'
import { cidNamesUser, siaRows } from '../codes/tables'
import type { Place } from '../geo/place'
import type { Instant } from '../lang/instant'
import { type Detail, detail } from '../signals/detail-codes'
import { type WrongDetail, wrongDetail } from '../signals/wrong-detail'
import { readBytes, type TextEncoding } from '../text/read-bytes'
import { cutText } from '../text/shown-text'
import { parseCidData } from './adm-cid'
import { type CidData, readCidEvents } from './cid-events'
import { readEventText, wordsWithPeripheral } from './event-text'
import { type ExtendedReading, readExtended } from './extended'
import type { ExtendedField, Frame } from './frame'
import { occurrence } from './occurrence'
import { parseSiaData, type SiaData, type SiaEvent } from './sia-dcs'

export type SignalTable = 'cid' | 'sia'
/** `old-new`: the panel held it back and sends it late. `status`: reported before, and still so. */
export type SignalQualifier = 'new' | 'restore' | 'status' | 'old-new'

/**
 * One event of a frame, in the same terms whichever token carried it. Fits the journal's signal.
 */
export interface SignalEvent {
  readonly table: SignalTable
  readonly code: string
  readonly qualifier: SignalQualifier
  /** Digits as sent; null for none or only zeros, since zero names nothing. */
  readonly partition: string | null
  readonly zone: string | null
  readonly user: string | null
  /** At most `longestText` characters. */
  readonly text: string | null
  /** By the panel's clock, taken as UTC: the H field, else the message's own time and date. */
  readonly occurredAt: Instant | null
  readonly position?: Place
  /**
   * Addresses of pictures: text to show, never to fetch. Up to `longestVerification` characters.
   */
  readonly verification?: string
  readonly wrongDetails?: readonly WrongDetail[]
  /** Extended fields not used above: the first 20, up to 500 characters each. */
  readonly extended: readonly ExtendedField[]
}

/**
 * `accountInData` is the account the data names, or null. Where it differs from the header's (SATEL
 * panels can be set so), the header's is the sender's: key, supervision and ACK go by it. The other
 * is for people to see.
 */
export type SignalReading =
  /** No events: a NULL, the panel's poll. */
  | {
      readonly kind: 'signals'
      readonly accountInData: string | null
      readonly events: readonly SignalEvent[]
    }
  | { readonly kind: 'unreadable'; readonly reason: SignalFault; readonly detail: Detail }

/** `reply-token`: an ACK, NAK, DUH or RSP, which nobody should send to a receiver. */
export type SignalFault =
  | 'encrypted-without-key'
  | 'unknown-token'
  | 'reply-token'
  | 'unreadable-data'

/**
 * Characters of a signal's text. A panel's text is one line; the rest of a longer one stays in the
 * frame.
 */
export const longestText = 500

/**
 * The events a frame reports. `encoding` is how its account writes texts, if known. It never
 * throws: unreadable data gives the reason instead.
 */
export function readSignals(frame: Frame, encoding?: TextEncoding): SignalReading {
  if (frame.sealed)
    return fault('encrypted-without-key', detail('no-key', { token: `*${frame.token}` }))
  switch (frame.token) {
    case 'SIA-DCS':
      return readSia(frame, encoding)
    case 'ADM-CID':
      return readCid(frame, encoding)
    case 'NULL':
      return { kind: 'signals', accountInData: null, events: [] }
    case 'ACK':
    case 'NAK':
    case 'DUH':
    case 'RSP':
      return fault('reply-token', detail('reply', { token: frame.token }))
    default:
      return fault('unknown-token', detail('token', { token: frame.token }))
  }
}

const fault = (reason: SignalFault, detail: Detail): SignalReading => ({
  kind: 'unreadable',
  reason,
  detail,
})

/*
 * Data that is certainly the other token's is read as that: some senders name it wrongly.
 */

function readCid(frame: Frame, encoding: TextEncoding | undefined): SignalReading {
  const cid = readCidEvents(frame.data, frame.account)
  if (cid.events.length > 0) return cidReading(frame, cid, encoding)
  const sia = parseSiaData(frame.data, frame.account)
  return hasKnownCode(sia)
    ? siaReading(frame, sia, encoding)
    : fault(
        'unreadable-data',
        detail('no-cid', { data: readBytes(frame.data.slice(0, 60), encoding) }),
      )
}

function readSia(frame: Frame, encoding: TextEncoding | undefined): SignalReading {
  const sia = parseSiaData(frame.data, frame.account)
  if (!hasKnownCode(sia) && parseCidData(frame.data, frame.account) !== null)
    return cidReading(frame, readCidEvents(frame.data, frame.account), encoding)
  return sia.events.length > 0
    ? siaReading(frame, sia, encoding)
    : fault(
        'unreadable-data',
        detail('no-sia', { data: readBytes((sia.leftover || frame.data).slice(0, 60), encoding) }),
      )
}

const hasKnownCode = ({ events }: SiaData): boolean => events.some(({ code }) => siaRows.has(code))

function cidReading(
  frame: Frame,
  { account, events }: CidData,
  encoding: TextEncoding | undefined,
): SignalReading {
  const fields = readExtended(frame.extended, encoding)
  const signals = events.map((event): SignalEvent => {
    const number = named(event.number)
    const byUser = cidNamesUser(event.code)
    return {
      table: 'cid',
      code: event.code,
      qualifier: event.qualifier === '1' ? 'new' : event.qualifier === '3' ? 'restore' : 'status',
      partition: named(event.group),
      zone: byUser ? null : number,
      user: byUser ? number : null,
      ...told(event.text === null ? '' : readEventText(event.text, encoding), fields),
      occurredAt: fields.occurredAt,
    }
  })
  return { kind: 'signals', accountInData: account, events: signals }
}

function siaReading(
  frame: Frame,
  { account, events }: SiaData,
  encoding: TextEncoding | undefined,
): SignalReading {
  const fields = readExtended(frame.extended, encoding)
  const signals = events.map((event) =>
    siaSignal(
      { ...event, text: event.text && readEventText(event.text, encoding) },
      fields,
      frame.timestamp,
    ),
  )
  return { kind: 'signals', accountInData: account, events: signals }
}

function siaSignal(event: SiaEvent, fields: ExtendedReading, sentAt: Instant | null): SignalEvent {
  const own = fields.occurredAt === null ? occurrence(event, sentAt) : null
  const { time, date } = event
  const noTime =
    fields.occurredAt === null && own === null && time !== null && (date ?? sentAt) !== null
  const marked = fields.wrong.some(({ field }) => field === 'occurredAt')
  const wrong =
    noTime && !marked
      ? [...fields.wrong, wrongDetail('occurredAt', 'impossible', `${time} ${date ?? ''}`)]
      : fields.wrong
  return {
    table: 'sia',
    code: event.code,
    qualifier: event.qualifier === 'O' ? 'old-new' : 'new',
    ...numbersOf(event),
    ...told(wordsWithPeripheral(event), { ...fields, wrong }),
    occurredAt: fields.occurredAt ?? own,
  }
}

const numbersOf = (event: SiaEvent) =>
  siaNumbers(event.code, named(event.address), {
    area: named(event.area),
    user: named(event.user),
  })

const named = (digits: string | null): string | null =>
  digits === null || /^[-+]?0*$/.test(digits) ? null : digits

/**
 * What both kinds of event say besides their code: the event's own words, followed by those of the
 * I field.
 */
function told(own: string, { text, position, verification, wrong, rest }: ExtendedReading) {
  const words = [...new Set([own, text ?? ''])]
  const said = words.filter((part) => part !== '').join(' · ')
  return {
    text: cutText(said, longestText) || null,
    ...(position !== null && { position }),
    ...(verification !== null && { verification }),
    ...(wrong.length > 0 && { wrongDetails: wrong }),
    extended: rest,
  }
}
