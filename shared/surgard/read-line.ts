import { readCidEvents } from '../dc09/cid-events'
import { parseSiaData } from '../dc09/sia-dcs'
import { assertNever } from '../lang/assert-never'
import { type Detail, detail } from '../signals/detail-codes'
import { accountOf } from '../sites/account'
import { readBytes } from '../text/read-bytes'
import { highSpeedEvents, pulseEvent } from './codeless'
import { contactIdEvent } from './contact-id-event'
import { decodeLine } from './decode'
import {
  type HeaderWidth,
  mlr2Header,
  type SiaBlockLine,
  type SiaLine,
  type SurgardLine,
} from './line'
import type { EncodingOf, LineReading } from './reading'
import { siaEvent } from './sia-event'

/** Never throws, like `decodeLine`. */
export const readSurgardLine = (
  bytes: Uint8Array,
  width: HeaderWidth = mlr2Header,
  encodingOf: EncodingOf = () => undefined,
): LineReading => readingOf(decodeLine(bytes, width), encodingOf)

function readingOf(line: SurgardLine, encodingOf: EncodingOf): LineReading {
  switch (line.kind) {
    case 'contact-id':
      return {
        kind: 'signals',
        origin: line,
        account: line.account,
        events: [contactIdEvent(line)],
      }
    case 'sia-1':
      return siaReading(line)
    case 'sia-2':
      return blockReading(line, encodingOf)
    case 'high-speed': {
      const events = highSpeedEvents(line.channels, line.auxiliary)
      return { kind: 'signals', origin: line, account: line.account, events }
    }
    case 'pulse': {
      const event = pulseEvent(line.event, line.area, line.number)
      return { kind: 'signals', origin: line, account: line.account, events: [event] }
    }
    case 'video':
      // The pictures stay with the receiver, and their existence is no alarm.
      return unread(
        line.account,
        detail('pictures', { about: readBytes(line.data, encodingOf(line.account)) }),
      )
    case 'heartbeat':
      return { kind: 'heartbeat' }
    case 'foreign': {
      const { account, protocol } = line
      return {
        kind: 'unread',
        reason: 'unknown-token',
        detail: detail('surgard', { protocol }),
        account,
      }
    }
    case 'unreadable':
      return { kind: 'unreadable', detail: line.detail, account: line.account }
    default:
      return assertNever(line)
  }
}

function siaReading(line: SiaLine): LineReading {
  const { account, code, number } = line
  if (/^[a-z]/.test(code)) return { kind: 'modifier', account, name: code, value: number }
  return { kind: 'signals', origin: line, account, events: [siaEvent(code, number)] }
}

const letters = { 1: 'E', 3: 'R', 6: 'P' } as const

function blockReading(line: SiaBlockLine, encodingOf: EncodingOf): LineReading {
  const { account: written, events, leftover } = parseSiaData(line.data)
  if (written === null)
    return {
      kind: 'unreadable',
      detail: detail('no-account', { data: readBytes(line.data.slice(0, 60)) }),
      account: written,
    }
  const account = accountOf(written)
  const encoding = encodingOf(account)
  const cid = events.length === 0 ? readCidEvents(line.data).events : []
  if (cid.length > 0)
    return {
      kind: 'signals',
      origin: line,
      account,
      events: cid.map((event) => contactIdEvent({ ...event, qualifier: letters[event.qualifier] })),
    }
  if (events.length === 0)
    return unread(
      account,
      detail('no-sia', { data: readBytes((leftover || line.data).slice(0, 60), encoding) }),
    )
  const signals = events.map((event) => siaEvent(event.code, event.address, { ...event, encoding }))
  return { kind: 'signals', origin: line, account, events: signals }
}

const unread = (account: string, detail: Detail): LineReading => ({
  kind: 'unread',
  reason: 'unreadable-data',
  detail,
  account,
})
