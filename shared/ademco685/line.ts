import { bytesFromLatin1, latin1FromBytes } from '../dc09/bytes'
import { printable } from '../dc09/printable'
import { assertNever } from '../lang/assert-never'
import { type Detail, detail } from '../signals/detail-codes'

/*
 * A line of a receiver in Ademco 685 mode, as its automation output writes it. R is the receiver, G
 * the group or line; single spaces as shown; AAAA has up to ten digits:
 *
 *   0A RG AAAA 18 QXYZ GG FCCC 0D    Contact ID; Q is E new or opening, R restore or closing, P
 *                                    still so; F says whether CCC is a contact (C) or a user (U)
 *   0A RG AAAA E 0D                  3x1 and 4x1: the code as dialled
 *   0A RG AAAA E Z 0D                4x2
 *   0A RG AAAA NNNN NNNN N 0D        high speed: what eight channels say, and a ninth digit
 *   0A RG OKAY @ 0D                  heartbeat
 *
 * Sources: MX8000 installation guide 8.5 (pages 8-13, 8-14), VisorALARM Plus 2U manual appendix IV
 * (pages 72, 73).
 */

interface Origin {
  readonly receiver: string
  readonly group: string
}
export type Known685Line =
  | (Origin & {
      readonly kind: 'contact-id'
      readonly account: string
      readonly qualifier: 'E' | 'R' | 'P'
      readonly code: string
      readonly partition: string
      /** Null when the line leaves it out. */
      readonly names: 'C' | 'U' | null
      readonly number: string
    })
  | (Origin & { readonly kind: 'pulse'; readonly account: string; readonly code: string })
  | (Origin & {
      readonly kind: 'high-speed'
      readonly account: string
      readonly channels: string
      readonly auxiliary: string
    })
  | (Origin & { readonly kind: 'heartbeat' })
export type Ademco685Line =
  | Known685Line
  /** Of a form that is not read here; nothing of it was lost on its way. */
  | { readonly kind: 'foreign'; readonly account: string | null }
  | {
      readonly kind: 'unreadable'
      readonly detail: Detail
      readonly account: string | null
      readonly bytes: Uint8Array
    }

const header = /^\n([0-9A-Z])([0-9A-Z]) +([0-9A-F]{3,10}|OKAY)(?: +(.*))?$/s
const contactId = /^(?:18|98) +([ERP])([0-9A-F]{3}) +([0-9A-F]{2}) +([CU])?([0-9A-F]{3})$/
const highSpeed = /^([0-9]{4}) +([0-9]{4}) +([0-9])$/
const pulse = /^([0-9A-F])(?: ([0-9A-F]))?$/
const anyLine = /^\n[0-9A-Z]{2} +([ -~]*[!-~])$/
/**
 * How the forms above begin after the account. A line that begins so without the form's layout lost
 * something on the way, and so did a heartbeat or a line that ends with its account.
 */
const begunForm = /^(?:OKAY\b|[0-9A-F]{3,}(?:$| +(?:18|98|[0-9A-F])(?:$| )| +[0-9A-F ]*$))/

/**
 * Reads one line, LF to CR. It never throws: an unreadable line is returned as a value with the
 * reason and the bytes.
 */
export function decode685Line(bytes: Uint8Array): Ademco685Line {
  const text = withoutEnd(latin1FromBytes(bytes).toUpperCase())
  const match = header.exec(text)
  const [, receiver = '', group = '', account = '', rest = ''] = match ?? []
  const known = match === null ? null : readRest({ receiver, group }, account, rest)
  if (known !== null) return known
  const named = /^[0-9A-F]{3,10}$/.test(account) ? account : null
  if (isForeign(text)) return { kind: 'foreign', account: named }
  const line = printable(bytes).slice(0, 80)
  return { kind: 'unreadable', detail: detail('no-line', { line }), account: named, bytes }
}

function isForeign(text: string): boolean {
  const rest = anyLine.exec(text)?.[1]
  return rest !== undefined && !begunForm.test(rest)
}

/**
 * Removes the CR and the spaces before it. Done by hand, because a pattern for both ends takes time
 * quadratic in the number of spaces.
 */
function withoutEnd(line: string): string {
  if (!line.endsWith('\r')) return ''
  let end = line.length - 1
  while (line[end - 1] === ' ') end -= 1
  return line.slice(0, end)
}

function readRest(origin: Origin, account: string, rest: string): Ademco685Line | null {
  if (account === 'OKAY') return rest === '@' ? { kind: 'heartbeat', ...origin } : null
  const report = contactId.exec(rest)
  if (report !== null) {
    const [, qualifier, code = '', partition = '', names, number = ''] = report
    const said = { qualifier: qualifier as 'E' | 'R' | 'P', code, partition, number }
    return {
      kind: 'contact-id',
      ...origin,
      account,
      ...said,
      names: (names as 'C' | 'U' | undefined) ?? null,
    }
  }
  const [, first = '', second = '', auxiliary = ''] = highSpeed.exec(rest) ?? []
  if (auxiliary !== '')
    return { kind: 'high-speed', ...origin, account, channels: first + second, auxiliary }
  return pulse.test(rest) ? { kind: 'pulse', ...origin, account, code: rest } : null
}

/** Writes a line as a receiver sends it, LF to CR, for simulators and tests. */
export const encode685Line = (line: Known685Line): Uint8Array =>
  bytesFromLatin1(`\n${line.receiver}${line.group} ${written(line)}\r`)

function written(line: Known685Line): string {
  switch (line.kind) {
    case 'contact-id': {
      const { account, qualifier, code, partition, names, number } = line
      return `${account} 18 ${qualifier}${code} ${partition} ${names ?? ''}${number}`
    }
    case 'pulse':
      return `${line.account} ${line.code}`
    case 'high-speed':
      return `${line.account} ${line.channels.slice(0, 4)} ${line.channels.slice(4)} ${line.auxiliary}`
    case 'heartbeat':
      return 'OKAY @ '
    default:
      return assertNever(line)
  }
}
