import { latin1FromBytes } from '../dc09/bytes'
import { printable } from '../dc09/printable'
import { type HeaderWidth, mlr2Header, type SurgardLine } from './line'
import { DC4 } from './line-splitter'

type Reader = (text: string, width: HeaderWidth) => SurgardLine | null

/**
 * Where the header ends is seen in every form but high speed, in which the account follows at once: only there does a
 * wrongly set width make a line unreadable, everywhere else it merely cuts receiver and line apart at another place.
 * A line is a digit, or a letter on receivers with more than nine lines.
 */
const heartbeat = /^1([0-9A-Z]{2,8}) +@ *$/
const contactId = /^5([0-9A-Z]{2,8}) *(?:18|98) *([0-9A-F]{1,10})([ERP])([0-9A-F]{3})([0-9A-F]{2})([0-9A-F]{3}) *$/
const radionicsContactId = /^A([0-9A-Z]{2,8}) +([0-9A-F]{4})(?:18|98)([ERP])([0-9A-F]{3})([0-9A-F]{2})([0-9A-F]{3}) *$/
const siaProtocol1 = /^3([0-9A-Z]{2,8}) +([0-9A-Fa-f]{1,6})([A-Z]{2}|[a-z]{2})([0-9 ]{4})$/
const siaProtocol2 = /^[S0]([0-9A-Za-z]{2,8})\[(.*)\] *$/s
const video = /^#([0-9A-Fa-f]{1,10})\|(I[a-z].*)$/s
const highSpeed = /^ *([0-9A-F]{3,6}) ([0-9]{4}) ?([0-9]{4})(?: ([0-9]{8}))? ?([0-9])$/
const pulse = /^1([0-9A-Z]{2,8}) +([0-9A-F]{3,6}) ([!-~])(.)(.{3})$/
/** The header of any line, and the account where it follows spaces. */
const foreign = /^([24679A-RT-Z])[0-9A-Z]{2,8}(?:[ [].*)$/s
const someAccount = /^.[0-9A-Z]{2,8} +([0-9A-F]{3,6})\b|\[#([0-9A-F]{1,10})\|/i

/**
 * Reads one line, up to and including its DC4. Total: what cannot be read comes back as a value that says why, with
 * the bytes. CR, LF and NUL around a line are let pass, and so is the space a Radionics 6500 starts its lines with.
 */
export function decodeLine(bytes: Uint8Array, width: HeaderWidth = mlr2Header): SurgardLine {
  const end = bytes.at(-1) === DC4 ? bytes.length - 1 : bytes.length
  const text = latin1FromBytes(bytes, 0, end).replace(/^[\0\r\n]+/, '')
  const known = readLine(text, width)
  if (known !== null) return known
  const account = accountIn(text)
  const protocol = foreign.exec(text)?.[1]
  if (protocol !== undefined && /^[ -~]*$/.test(text)) return { kind: 'foreign', protocol, account }
  return { kind: 'unreadable', detail: `no line of a known form: ${printable(bytes).slice(0, 80)}`, account, bytes }
}

function readLine(raw: string, width: HeaderWidth): SurgardLine | null {
  const text = raw.startsWith(' ') ? raw.slice(1) : raw
  const [sign = ''] = text
  return readers[sign]?.(text, width) ?? null
}

const readers: Readonly<Record<string, Reader>> = {
  '0': readBlock,
  '1': (text, width) => readHeartbeat(text, width) ?? readPulse(text, width),
  '3': readSia,
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

function readSia(text: string, width: HeaderWidth): SurgardLine | null {
  const match = siaProtocol1.exec(text)
  if (match === null) return null
  const [, header = '', account = '', code = '', number = ''] = match
  return { kind: 'sia-1', ...origin(header, width), account: account.toUpperCase(), code, number: number.trim() }
}

function readBlock(text: string, width: HeaderWidth): SurgardLine | null {
  const match = siaProtocol2.exec(text)
  if (match === null) return null
  const [, header = '', data = ''] = match
  const picture = video.exec(data)
  if (picture === null) return { kind: 'sia-2', ...origin(header, width), data }
  const [, account = '', about = ''] = picture
  return { kind: 'video', ...origin(header, width), account: account.toUpperCase(), data: about }
}

function readHighSpeed(text: string, width: HeaderWidth): SurgardLine | null {
  const end = 1 + width.receiver + width.line
  const header = text.slice(1, end)
  const match = /^[0-9A-Z]+$/.test(header) ? highSpeed.exec(text.slice(end).toUpperCase()) : null
  if (match === null) return null
  const [, account = '', first = '', second = '', more = '', auxiliary = ''] = match
  return { kind: 'high-speed', ...origin(header, width), account, channels: first + second + more, auxiliary }
}

function readPulse(text: string, width: HeaderWidth): SurgardLine | null {
  const match = pulse.exec(text)
  if (match === null) return null
  const [, header = '', account = '', event = '', area = '', number = ''] = match
  return { kind: 'pulse', ...origin(header, width), account, event, area: area.trim(), number: number.trim() }
}

function accountIn(text: string): string | null {
  const match = someAccount.exec(text)
  return (match?.[1] ?? match?.[2])?.toUpperCase() ?? null
}
