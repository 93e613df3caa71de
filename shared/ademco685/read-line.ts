import { assertNever } from '../lang/assert-never'
import { detail } from '../signals/detail-codes'
import { dialledEvent, highSpeedEvents } from '../surgard/codeless'
import { contactIdEvent } from '../surgard/contact-id-event'
import type { LineReading } from '../surgard/reading'
import { type Ademco685Line, decode685Line } from './line'

export const read685Line = (bytes: Uint8Array): LineReading => readingOf(decode685Line(bytes))

function readingOf(line: Ademco685Line): LineReading {
  if (line.kind === 'unreadable')
    return { kind: 'unreadable', detail: line.detail, account: line.account }
  if (line.kind === 'foreign')
    return {
      kind: 'unread',
      reason: 'unknown-token',
      detail: detail('form-685'),
      account: line.account,
    }
  if (line.kind === 'heartbeat') return { kind: 'heartbeat' }
  const origin = { receiver: line.receiver, line: line.group }
  return { kind: 'signals', origin, account: line.account, events: eventsOf(line) }
}

function eventsOf(line: Exclude<Ademco685Line, { kind: 'unreadable' | 'foreign' | 'heartbeat' }>) {
  switch (line.kind) {
    case 'contact-id':
      return [contactIdEvent({ ...line, group: line.partition })]
    case 'high-speed':
      return highSpeedEvents(line.channels, line.auxiliary)
    case 'pulse':
      return [dialledEvent(line.code)]
    default:
      return assertNever(line)
  }
}
