import { detail } from '../signals/detail-codes'
import { accountOf } from '../sites/account'
import { readBrokenHeader } from './broken-header'
import { latin1FromBytes } from './bytes'
import { readContent } from './content'
import { accountIn } from './data-account'
import type { Fault } from './envelope'
import type { Frame } from './frame'
import type { Tolerance, Tolerances } from './tolerances'

const header =
  /^"(\*?)([^"*]{1,16})"(\d{4})(?:R([0-9A-Fa-f]{1,6}))?(?:L([0-9A-Fa-f]{0,6}))?(?:#([0-9A-Fa-f]{1,16}))?\[/

/** Matched without regard to case: some panels write `sia-dcs`. */
const knownTokens: ReadonlySet<string> = new Set([
  'SIA-DCS',
  'ADM-CID',
  'NULL',
  'ACK',
  'NAK',
  'DUH',
  'RSP',
])

export function readBody(
  body: Uint8Array,
  tolerated: Tolerance[],
  tolerances: Tolerances,
): Frame | Fault {
  const text = latin1FromBytes(body)
  const match = header.exec(text)
  if (match === null) return headerFault(text)
  const [head, star, written = '', sequence = '', receiver = null, line = ''] = match
  const token = knownTokens.has(written.toUpperCase()) ? written.toUpperCase() : written
  // A NAK reads `R0L0A0`: its A0 is no part of the prefix although A is a hex digit.
  const prefix = token === 'NAK' && line === '0A0' ? '0' : line
  if (prefix === '') {
    if (!tolerances.missingPrefix) return { reason: 'bad-header', detail: detail('no-prefix') }
    tolerated.push('missingPrefix')
  }
  const encrypted = star === '*'
  const rest = text.slice(head.length)
  const content = encrypted ? { ...hidden, data: rest, end: rest.length } : readContent(rest)
  if (content === null) return { reason: 'bad-body', detail: detail('no-bracket') }
  const { data, extended, timestamp, trailing, end } = content
  const sentAccount =
    match[6] ?? (tolerances.accountInData && !encrypted ? accountIn(token, data) : null)
  if (match[6] === undefined && sentAccount !== null) tolerated.push('accountInData')
  return {
    kind: 'frame',
    token,
    encrypted,
    sealed: encrypted,
    sequence,
    receiver,
    prefix,
    account: sentAccount === null ? null : accountOf(sentAccount),
    sentAccount,
    data,
    extended,
    timestamp,
    trailing,
    body,
    content: text.slice(0, head.length + end),
    tolerated,
  }
}

function headerFault(text: string): Fault {
  const header = readBrokenHeader(text)
  if (header === null)
    return { reason: 'bad-header', detail: detail('header', { text: text.slice(0, 60) }) }
  return { reason: 'bad-header', detail: header.detail, header }
}

const hidden = { extended: [], timestamp: null, trailing: '' } as const
