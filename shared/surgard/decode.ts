import { latin1FromBytes } from '../dc09/bytes'
import { printable } from '../dc09/printable'
import { detail } from '../signals/detail-codes'
import { accountOf } from '../sites/account'
import { type HeaderWidth, mlr2Header, type SurgardLine } from './line'
import { DC4 } from './line-splitter'

type Reader = (text: string, width: HeaderWidth) => SurgardLine | null

/**
 * Every form but high speed shows where the header ends; in high speed the account follows
 * directly. So a wrong width makes only high-speed lines unreadable; in all others it merely splits
 * receiver and line at another place. A line is a digit, or a letter on receivers with more than
 * nine lines.
 */
const heartbeat = /^1([0-9A-Z]{2,8}) +@ *$/
const contactId =
  /^5([0-9A-Z]{2,8}) *(?:18|98) *([0-9A-F]{1,10})([ERP])([0-9A-F]{3})([0-9A-F]{2})([0-9A-F]{3}) *$/
const radionicsContactId =
  /^A([0-9A-Z]{2,8}) +([0-9A-F]{4})(?:18|98)([ERP])([0-9A-F]{3})([0-9A-F]{2})([0-9A-F]{3}) *$/
const siaProtocol1 = /^3([0-9A-Z]{2,8}) +([0-9A-Fa-f]{1,6})([A-Z]{2}|[a-z]{2})([0-9 ]{4}) *$/
/**
 * Radionics BFSK in 6500 mode: the layout of SIA protocol 1 under the sign of the pulse formats,
 * events only.
 */
const bfsk = /^1([0-9A-Z]{2,8}) +([0-9A-F]{4,6})([A-Z]{2})([0-9 ]{4}) *$/
const siaProtocol2 = /^[S0]([0-9A-Za-z]{2,8})\[(.*)\] *$/s
const video = /^#([0-9A-Fa-f]{1,10})\|(I[a-z].*)$/s
const highSpeed = /^ *([0-9A-F]{3,6}) ([0-9]{4}) ?([0-9]{4})(?: ([0-9]{8}))? ?([0-9]) *$/
const pulse = /^1([0-9A-Z]{2,8}) +([0-9A-F]{3,6}) ([!-~])(.)(.{3}) *$/
/** A line of a protocol not read here, with a space or a bracket after the header. */
const foreign = /^([24679A-RT-Z])[0-9A-Z]{2,8}(?:[ [].*)$/s
/** The sign of a protocol not read here, whatever follows the header. */
const foreignSign = /^[24679A-RT-Z]/
/** A caller's number: a six-digit account directly after the header. */
const callerId = /^([0-9A-F]{6})[0-9]{3,15} *$/
/**
 * Added to every line by a receiver set to its clock protocol: its own local time and date, mostly
 * without a year. It says when the receiver heard the line, not when the event happened, and stays
 * with the line as received.
 */
const clockSuffix = /\d\d:\d\d:\d\d-\d\d\/\d\d(?:\/\d\d(?:\d\d)?)? *$/
const someAccount = /^.[0-9A-Z]{2,8} +([0-9A-F]{3,6})\b|\[#([0-9A-F]{1,10})\|/i

/**
 * Reads one line including its DC4. It never throws: an unreadable line becomes a value with the
 * reason and the bytes. CR, LF and NUL around a line are allowed, and so is the space a Radionics
 * 6500 puts before its lines.
 */
export function decodeLine(bytes: Uint8Array, width: HeaderWidth = mlr2Header): SurgardLine {
  const end = bytes.at(-1) === DC4 ? bytes.length - 1 : bytes.length
  const text = latin1FromBytes(bytes, 0, end)
    .replace(/^[\0\r\n]+/, '')
    .replace(clockSuffix, '')
  const known = readLine(text, width)
  if (known !== null) return known
  const account = accountIn(text, width)
  const protocol = foreignProtocol(text, width)
  if (protocol !== null) return { kind: 'foreign', protocol, account }
  return {
    kind: 'unreadable',
    detail: detail('no-line', { line: printable(bytes).slice(0, 80) }),
    account,
    bytes,
  }
}

/**
 * The sign of a protocol not read here, or null for a damaged line, which the receiver must repeat.
 * A foreign line is printable throughout, has such a sign, and has a header of the receiver line's
 * width. A line with the sign of a protocol we read is never foreign: if it lacks that protocol's
 * layout, it lost something on the way.
 */
function foreignProtocol(text: string, width: HeaderWidth): string | null {
  if (!/^[ -~]*$/.test(text)) return null
  const header = headerOf(text, width)
  const fits =
    foreign.test(text) ||
    (foreignSign.test(text) && header !== null && text.length > 1 + header.length)
  return fits ? text.slice(0, 1) : null
}

/** Receiver and line at the widths set; null when the text does not match. */
function headerOf(text: string, { receiver, line }: HeaderWidth): string | null {
  const header = text.slice(1, 1 + receiver + line)
  return header.length === receiver + line && /^[0-9A-F]+[0-9A-Z]$/.test(header) ? header : null
}

function readLine(raw: string, width: HeaderWidth): SurgardLine | null {
  const text = raw.startsWith(' ') ? raw.slice(1) : raw
  const [sign = ''] = text
  return readers[sign]?.(text, width) ?? null
}

const readers: Readonly<Record<string, Reader>> = {
  '0': readBlock,
  '1': (text, width) =>
    readHeartbeat(text, width) ?? readPulse(text, width) ?? readSia(bfsk.exec(text), width),
  '3': (text, width) => readSia(siaProtocol1.exec(text), width),
  '5': (text, width) => readContactId(contactId.exec(text.toUpperCase()), width),
  '8': readHighSpeed,
  S: readBlock,
  a: (text, width) => readContactId(radionicsContactId.exec(text.toUpperCase()), width),
}

const origin = (header: string, width: HeaderWidth) => ({
  receiver: header.slice(0, width.receiver),
  line: header.slice(width.receiver),
})

function readHeartbeat(text: string, width: HeaderWidth): SurgardLine | null {
  const header = heartbeat.exec(text)?.[1]
  return header === undefined ? null : { kind: 'heartbeat', ...origin(header, width) }
}

function readContactId(match: RegExpExecArray | null, width: HeaderWidth): SurgardLine | null {
  if (match === null) return null
  const [, header = '', account = '', qualifier, code = '', group = '', number = ''] = match
  const said = { account, qualifier: qualifier as 'E' | 'R' | 'P', code, group, number }
  return { kind: 'contact-id', ...origin(header, width), ...said }
}

function readSia(match: RegExpExecArray | null, width: HeaderWidth): SurgardLine | null {
  if (match === null) return null
  const [, header = '', account = '', code = '', number = ''] = match
  return {
    kind: 'sia-1',
    ...origin(header, width),
    account: accountOf(account),
    code,
    number: number.trim(),
  }
}

function readBlock(text: string, width: HeaderWidth): SurgardLine | null {
  const match = siaProtocol2.exec(text)
  if (match === null) return null
  const [, header = '', data = ''] = match
  const picture = video.exec(data)
  if (picture === null) return { kind: 'sia-2', ...origin(header, width), data }
  const [, account = '', about = ''] = picture
  return { kind: 'video', ...origin(header, width), account: accountOf(account), data: about }
}

function readHighSpeed(text: string, width: HeaderWidth): SurgardLine | null {
  const end = 1 + width.receiver + width.line
  const header = text.slice(1, end)
  const match = /^[0-9A-Z]+$/.test(header) ? highSpeed.exec(text.slice(end).toUpperCase()) : null
  if (match === null) return null
  const [, account = '', first = '', second = '', more = '', auxiliary = ''] = match
  return {
    kind: 'high-speed',
    ...origin(header, width),
    account,
    channels: first + second + more,
    auxiliary,
  }
}

function readPulse(text: string, width: HeaderWidth): SurgardLine | null {
  const match = pulse.exec(text)
  if (match === null) return null
  const [, header = '', account = '', event = '', area = '', number = ''] = match
  return {
    kind: 'pulse',
    ...origin(header, width),
    account,
    event,
    area: area.trim(),
    number: number.trim(),
  }
}

function accountIn(text: string, width: HeaderWidth): string | null {
  const header = headerOf(text, width)
  if (text.startsWith('4') && header !== null) {
    const called = callerId.exec(text.slice(1 + header.length))?.[1]
    if (called !== undefined) return called
  }
  const match = someAccount.exec(text)
  const written = match?.[1] ?? match?.[2]
  return written === undefined ? null : accountOf(written)
}
