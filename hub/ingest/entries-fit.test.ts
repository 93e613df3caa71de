import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cipherOf } from '../../node/aes'
import { bytesFromLatin1 } from '../../shared/dc09/bytes'
import { encodeFrame, encryptFrame } from '../../shared/dc09/encode'
import { toleranceSchema } from '../../shared/dc09/tolerances'
import { sameJson } from '../../shared/lang/same-json'
import { eventData, type RoomEvent } from '../../shared/room/events'
import { foresee, receiveSignals } from '../../shared/signals/receive-signals'
import { plainLine } from '../../shared/sites/site'
import { site, sites } from '../../shared/testing/builders'
import { frameVectors } from '../../shared/testing/dc09-vectors'
import { roomOf } from '../../shared/testing/given'
import { quarantined } from '../reception/quarantined'
import { senderOf } from '../reception/sender'
import { admitFrame } from './dc09/admission'
import { frameSignals } from './dc09/frame-signals'
import { centreSender, itemBytes, signalOf } from './http/item-signal'
import { readItem } from './http/read-item'
import { formatOf } from './receivers/line-format'
import { lineSignals } from './receivers/line-signals'
import { prefixed } from './receivers/prefixed'

const now = Date.UTC(2026, 10, 22, 12, 0, 0)
const key = cipherOf(bytesFromLatin1('0123456789ABCDEF'))
const known = {
  line: (account: string) => ({ ...plainLine(account), tolerances: [...toleranceSchema.options] }),
  cipherOf: () => key,
}
const room = roomOf(sites(site('site-1', { account: 'A1' })))
const newId = () => 'id-1'

/**
 * What does not come out of its schema as it went in: another value, a field too many, or not at
 * all.
 */
function misfits(events: readonly RoomEvent[]): readonly unknown[] {
  return events.flatMap((event): readonly unknown[] => {
    const read = eventData[event.type].safeParse(event.data)
    if (!read.success) return [{ type: event.type, issues: read.error.issues }]
    return sameJson(read.data, event.data)
      ? []
      : [{ type: event.type, read: read.data, data: event.data }]
  })
}

const eventOf = ({ data }: ReturnType<typeof quarantined>): RoomEvent => ({
  type: 'signal-quarantined',
  data,
})

/** Everything that may come of bytes on the DC-09 port. */
function eventsOfFrame(
  bytes: Uint8Array,
  address = '2001:db8:85a3:1111:2222:8a2e:370:7334',
): readonly RoomEvent[] {
  const sender = senderOf('dc09-tcp', address, 65_535)
  const judged = admitFrame(bytes, known, now)
  if (judged.outcome === 'refused') return [eventOf(quarantined(judged.item, sender, 'id-1'))]
  const signals = frameSignals(judged, bytes, { sender, newId })
  const held = signals.map((signal) => ({ ...signal, heldSince: now }))
  const first = receiveSignals(room, signals, { at: now, newId })
  // Twice, so that what joins an alarm is there as well.
  const again = receiveSignals(foresee(room, first, now), held, { at: now, newId })
  return [...first, ...again]
}

const letters = fc.constantFrom(
  ...'NO/|^*"\'#[]A1130 riidpiBAFAHAPACLOPXXzz0123456789:-_.,\\\0\x7f\xc3\xa9\xff',
)
const anyData = fc.oneof(
  fc.string({ unit: letters, maxLength: 200 }),
  fc.string({ unit: letters, maxLength: 80 }).map((text) => `#A1|Nri1/BA001^${text}^`),
  fc.string({ unit: letters, maxLength: 1_500 }).map((text) => `#A1|N${text}/BA12345678|A${text}`),
  fc.string({ unit: letters, maxLength: 1_500 }).map((text) => `#A1|1130 01 003|${text}`),
  fc
    .tuple(fc.nat(900), fc.constantFrom('BA1/', 'FA99999999/', 'ri12345678.1234/', 'id-1/'))
    .map(([times, block]) => `#A1|N${block.repeat(times)}BR1`.slice(0, 3_900)),
)
const anyField = fc.record({
  letter: fc.constantFrom(...'HIXYVOSRMZ~'),
  text: fc.oneof(
    fc.string({ unit: letters, maxLength: 1_200 }).map((text) => text.replace(/[[\]\r\n]/g, '')),
    fc.constantFrom(
      '006E07.7777',
      '49N06.6666',
      '-0',
      '180.0000001',
      '12:00:00,11-22-2026',
      '180E59.9999',
    ),
  ),
})
const hex = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength, maxLength })
const anyMessage = fc.record({
  token: fc.constantFrom('SIA-DCS', 'ADM-CID', 'NULL', 'ACK', 'SIA-DC5', 'x'),
  sequence: fc.constantFrom('0000', '0001', '9999'),
  receiver: fc.option(hex(1, 6)),
  prefix: hex(0, 6),
  account: fc.option(fc.oneof(hex(1, 16), fc.constantFrom('A1', 'a1'))),
  data: anyData,
  extended: fc.array(anyField, { maxLength: 30 }),
  timestamp: fc.option(fc.constantFrom(now, now - 1_000_000)),
})

describe('Whatever is received', () => {
  it('over DC-09, in clear or not, becomes entries that fit the journal', () =>
    fc.assert(
      fc.property(anyMessage, fc.boolean(), (message, sealed) => {
        const bytes = sealed ? encryptFrame(message, key) : encodeFrame(message)
        expect(misfits(eventsOfFrame(bytes))).toEqual([])
      }),
      { numRuns: 2_000 },
    ))

  it('as bytes of any kind becomes entries that fit the journal', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        expect(misfits(eventsOfFrame(Uint8Array.of(10, ...bytes, 13)))).toEqual([])
      }),
      { numRuns: 300 },
    ))

  it('of the frames of the field becomes entries that fit the journal', () => {
    for (const { frame } of frameVectors)
      expect(misfits(eventsOfFrame(Uint8Array.from(Buffer.from(frame, 'hex'))))).toEqual([])
  })

  const anyLine = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFERP s#[]|Nri^'), maxLength: 60 }),
    hex(1, 16).map((account) => `5011 18${account}E13001001`),
    fc
      .tuple(
        fc.constantFrom('3', '1', '8'),
        fc.string({ unit: fc.constantFrom(...'0123456789ABCri '), maxLength: 40 }),
      )
      .map(([protocol, rest]) => `${protocol}011${rest}`),
    anyData.map((data) => `S011[${data}]`),
  )
  it('over a receiver line becomes entries that fit the journal', () =>
    fc.assert(
      fc.property(
        anyLine,
        fc.constantFrom('', 'ABCDEF'),
        fc.constantFrom('surgard', 'ademco-685'),
        (line, prefix, kind) => {
          const header = { receiver: 2, line: 1 }
          const bytes = bytesFromLatin1(kind === 'surgard' ? `${line}\x14` : `\n${line}\r`)
          const sender = senderOf(kind, '10.0.0.1', 1025)
          const reading = prefixed(formatOf({ format: kind, header }).read(bytes), prefix)
          if (reading.kind === 'unreadable' || reading.kind === 'unread')
            expect(
              misfits([
                eventOf(quarantined({ reason: 'unreadable', ...reading, bytes }, sender, 'id-1')),
              ]),
            ).toEqual([])
          if (reading.kind !== 'signals') return
          const { account, origin, events } = reading
          const signals = lineSignals(events, { sender, origin, account, bytes }, newId)
          expect(misfits(receiveSignals(room, signals, { at: now, newId }))).toEqual([])
        },
      ),
      { numRuns: 2_000 },
    ))

  const anyItem = fc.record(
    {
      account: fc.oneof(fc.constantFrom('A1', ' a1 '), hex(1, 16)),
      table: fc.constantFrom('cid', 'sia'),
      code: fc.constantFrom('130', '121', '999', 'BA', 'ZZ', 130),
      qualifier: fc.constantFrom('new', 'restore', 'status', 'E'),
      zone: fc.oneof(hex(0, 8), fc.nat(99_999_999), fc.constantFrom('000', 1e21)),
      user: hex(0, 8),
      text: fc.string({ unit: 'binary', maxLength: 600 }),
      occurredAt: fc.constantFrom(
        '2026-11-22T12:00:00Z',
        '2026-11-22T12:00:00.123456+05:00',
        now,
        now + 0.5,
      ),
      position: fc.record({
        lon: fc.double({ min: -181, max: 181 }),
        lat: fc.double({ min: -91, max: 91 }),
      }),
      verification: fc.string({ unit: 'binary', maxLength: 600 }),
      other: fc.string({ unit: 'binary', maxLength: 2_000 }),
    },
    { requiredKeys: ['account', 'table', 'code', 'qualifier'] },
  )
  it('of a monitoring centre becomes entries that fit the journal', () =>
    fc.assert(
      fc.property(anyItem, (raw) => {
        const item = readItem(raw, now)
        if ('refused' in item) return
        const centre = { id: 'c'.repeat(64), name: 'Centre' } as Parameters<typeof centreSender>[0]
        const sender = centreSender(centre, '2001:db8:85a3:1111:2222:8a2e:370:7334')
        const signal = signalOf(item, {
          sender,
          bytes: itemBytes(raw).subarray(0, 8_000),
          signalId: 'id-1',
        })
        expect(misfits(receiveSignals(room, [signal], { at: now, newId }))).toEqual([])
      }),
      { numRuns: 2_000 },
    ))
})
