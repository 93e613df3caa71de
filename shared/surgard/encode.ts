import { bytesFromLatin1 } from '../dc09/bytes'
import { assertNever } from '../lang/assert-never'
import type { KnownLine } from './line'

export const ack = 0x06
export const nak = 0x15

/** Writes a line as a Sur-Gard receiver does, DC4 included: for simulators and tests. */
export const encodeLine = (line: KnownLine): Uint8Array => bytesFromLatin1(`${written(line)}\x14`)

export const encodeRadionicsContactId = (
  line: KnownLine & { readonly kind: 'contact-id' },
): Uint8Array =>
  bytesFromLatin1(` a${line.receiver}${line.line} ${line.account}18${event(line)}\x14`)

const event = ({
  qualifier,
  code,
  group,
  number,
}: KnownLine & { readonly kind: 'contact-id' }): string => `${qualifier}${code}${group}${number}`

function written(line: KnownLine): string {
  const header = `${line.receiver}${line.line}`
  switch (line.kind) {
    case 'contact-id':
      return `5${header} 18${line.account}${event(line)}`
    case 'sia-1':
      return `3${header}    ${line.account.padStart(6)}${line.code}${line.number.padStart(4)}`
    case 'sia-2':
      return `S${header}[${line.data}]`
    case 'video':
      return `S${header}[#${line.account}|${line.data}]`
    case 'high-speed':
      return `8${header}${line.account} ${groups(line.channels)} ${line.auxiliary}`
    case 'pulse':
      return `1${header}    ${line.account.padStart(6)} ${line.event}${line.area.padStart(1)}${line.number.padStart(3)}`
    case 'heartbeat':
      return `1${header}           @    `
    default:
      return assertNever(line)
  }
}

/** Four digits and four; the eight of an extended report stay in one piece. */
const groups = (channels: string): string =>
  [channels.slice(0, 4), channels.slice(4, 8), channels.slice(8)]
    .filter((part) => part !== '')
    .join(' ')
