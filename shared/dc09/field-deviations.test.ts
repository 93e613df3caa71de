import { describe, expect, it } from 'vitest'
import { oneShotCipher } from '../testing/one-shot-cipher'
import { bytesFromLatin1 } from './bytes'
import { crc16 } from './crc'
import { decipherFrame } from './decipher'
import { decodeFrame } from './decode-frame'
import { encodeAck, encodeFrame, encryptFrame, type Message } from './encode'
import type { Frame } from './frame'
import { createFrameSplitter } from './frame-splitter'
import { printable } from './printable'
import { readSignals } from './signal'
import { timeFault } from './time-window'
import { lenient, strict, type Tolerance } from './tolerances'

const hex4 = (value: number) => value.toString(16).padStart(4, '0')
/** A frame with a body of one's own and everything around it right; hex in lower case. */
const around = (body: string, length = hex4(body.length)): Uint8Array =>
  bytesFromLatin1(`\n${hex4(crc16(bytesFromLatin1(body)))}${length}${body}\r`)
const burglary: Message = {
  token: 'SIA-DCS',
  sequence: '0001',
  receiver: null,
  prefix: '0',
  account: '1234',
  data: '#1234|Nri1/BA003',
  timestamp: Date.UTC(2026, 10, 22, 12, 34, 56),
}
const strictly = (bytes: Uint8Array): Frame => {
  const frame = decodeFrame(bytes)
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  return frame
}
const codesOf = (frame: Frame) => {
  const reading = readSignals(frame)
  return reading.kind === 'signals' ? reading.events.map(({ code, zone }) => `${code} ${zone}`) : []
}
const events = (body: string) => codesOf(strictly(around(body)))

/**
 * Refused by a strict receiver; read where one tolerance is on, and with all of them on, which name
 * no other.
 */
function tolerates(bytes: Uint8Array, tolerance: Tolerance, refusal: string): Frame {
  expect(decodeFrame(bytes)).toMatchObject({ kind: 'unreadable', reason: refusal })
  const alone = decodeFrame(bytes, { ...strict, [tolerance]: true })
  expect(decodeFrame(bytes, lenient)).toEqual(alone)
  expect(decodeFrame(bytes, { ...lenient, [tolerance]: false })).toMatchObject({
    kind: 'unreadable',
  })
  if (alone.kind !== 'frame') throw new Error(alone.detail)
  expect(alone.tolerated).toEqual([tolerance])
  return alone
}

describe('Departures that a switch lets pass', () => {
  it('the CRC is two binary bytes (Lupus, OPAX, Trikdis), and is answered in the same form', () => {
    const bytes = Uint8Array.of(
      10,
      ...bytesFromLatin1('..0028"SIA-DCS"0001R1L0#1234[#1234|Nri1/BA003]'),
      13,
    )
    const crc = crc16(bytes, 7, bytes.length - 1)
    bytes.set([crc >> 8, crc & 0xff], 1)
    const frame = tolerates(bytes, 'binaryCrc', 'bad-header')
    const ack = encodeAck(frame)
    expect(decodeFrame(ack, lenient)).toMatchObject({ token: 'ACK', tolerated: ['binaryCrc'] })
  })
  it('a binary CRC looks like LF or CR and is no end of the frame', () => {
    for (let sequence = 0; sequence < 10_000; sequence++) {
      const body = `"NULL"${String(sequence).padStart(4, '0')}L0#1234[]`
      const crc = crc16(bytesFromLatin1(body))
      if (![crc >> 8, crc & 0xff].some((byte) => byte === 10 || byte === 13)) continue
      const bytes = Uint8Array.of(
        10,
        crc >> 8,
        crc & 0xff,
        ...bytesFromLatin1(`${hex4(body.length)}${body}`),
        13,
      )
      expect(createFrameSplitter().push(bytes)).toEqual([{ kind: 'frame', bytes }])
      expect(decodeFrame(bytes, lenient)).toMatchObject({ kind: 'frame' })
    }
  })
  it('a wrong binary CRC is as wrong as one in hex', () => {
    const bytes = bytesFromLatin1('\n..0028"SIA-DCS"0001R1L0#1234[#1234|Nri1/BA003]\r')
    expect(decodeFrame(bytes, lenient)).toMatchObject({ kind: 'unreadable', reason: 'bad-crc' })
  })
  it('the CRC was computed over body and CR (Eldes)', () => {
    const bytes = encodeFrame(burglary)
    bytes.set(bytesFromLatin1(hex4(crc16(bytes, 9))), 1)
    tolerates(bytes, 'crcCoversCr', 'bad-crc')
  })
  it('the length is written in decimal digits (Eldes)', () => {
    const body = '"ADM-CID"0247L0#4F39[#4F39|3401 01 057]'
    tolerates(around(body, String(body.length).padStart(4, '0')), 'decimalLength', 'bad-length')
  })
  it('a decimal length has digits only: 01e2 is not 100', () => {
    const body = `"SIA-DCS"0001L0#1234[#1234|Nri1/BA003^${'x'.repeat(60)}^]`
    expect(body).toHaveLength(100)
    expect(decodeFrame(around(body, '01e2'), lenient)).toMatchObject({ reason: 'bad-length' })
  })
  it('NUL bytes follow the CR of a datagram', () => {
    tolerates(Uint8Array.of(...encodeFrame(burglary), 0, 0), 'trailingNul', 'no-carriage-return')
  })
  it('NUL bytes between the frames of a stream need no switch', () => {
    const frame = encodeFrame(burglary)
    const items = createFrameSplitter().push(Uint8Array.of(...frame, 0, 0, ...frame))
    expect(items.map((item) => (item.kind === 'noise' ? item.harmless : item.bytes))).toEqual([
      frame,
      true,
      frame,
    ])
  })
  it.each(['"SIA-DCS"0001R1#1234[Nri1/BA003]', '"SIA-DCS"0001R1L#1234[Nri1/BA003]'])(
    'the line prefix is missing or empty (Tellmon): %s; the answer has the standard’s L0',
    (body) => {
      const frame = tolerates(around(body), 'missingPrefix', 'bad-header')
      expect(frame).toMatchObject({ prefix: '', account: '1234' })
      expect(printable(encodeAck(frame))).toContain('"ACK"0001R1L0#1234[]')
    },
  )
  it.each([
    ['"SIA-DCS"4738R1L1[#006969|Nri04/OP001NM]', '006969'],
    ['"ADM-CID"0001L0[#12AB|1130 01 003]', '12AB'],
    ['"SIA-DCS"0001L0[1234|NBA1]', '1234'],
    ['"ADM-CID"0001L0[12AB|1130 01 003]', '12AB'],
    ['"XYZ"0001L0[#1234|whatever]', '1234'],
  ])('the account stands only inside the data, with a # or without (UNii): %s', (body, account) => {
    expect(strictly(around(body)).account).toBeNull()
    expect(decodeFrame(around(body), lenient)).toMatchObject({
      account,
      tolerated: ['accountInData'],
    })
  })
  it.each([
    '"SIA-DCS"0001L0[Nri1/BA003]',
    '"ADM-CID"0001L0[1130 01 003]',
    '"NULL"0000L0[]',
    '"XYZ"0001L0[1234|x]',
  ])('where no account stands anywhere none is found: %s', (body) =>
    expect(decodeFrame(around(body), lenient)).toMatchObject({ account: null, tolerated: [] }),
  )
  it('several of them at once are each named', () => {
    const body = '"SIA-DCS"0001R1[#1234|Nri1/BA003]'
    const bytes = Uint8Array.of(...around(body, '0033'), 0)
    expect(decodeFrame(bytes, lenient)).toMatchObject({
      account: '1234',
      tolerated: ['trailingNul', 'decimalLength', 'missingPrefix', 'accountInData'],
    })
  })
})

describe('Departures that need no switch', () => {
  it('hex digits of CRC, length and account are in lower case', () =>
    expect(strictly(around('"SIA-DCS"0001Lab#12ef[Nri1/BA003]'))).toMatchObject({
      prefix: 'ab',
      account: '12EF',
      sentAccount: '12ef',
    }))
  it('an account in lower case is answered as it was sent', () => {
    const frame = strictly(around('"SIA-DCS"0001Lab#12ef[Nri1/BA003]'))
    expect(printable(encodeAck(frame))).toContain('"ACK"0001Lab#12ef[]')
  })
  it('the receiver number is left out, and then stays out of the answer', () => {
    expect(printable(encodeAck(strictly(encodeFrame(burglary))))).toContain('"ACK"0001L0#1234[]')
    expect(printable(encodeAck(strictly(encodeFrame({ ...burglary, receiver: '0' }))))).toContain(
      '"ACK"0001R0L0#1234[]',
    )
  })
  it('the data starts with a bar and names no account (Ajax)', () =>
    expect(events('"SIA-DCS"6002L0#AAA[|Nri1/BA12]')).toEqual(['BA 12']))
  it('the slash between area and code is missing', () =>
    expect(events('"SIA-DCS"0001L0#1234[#1234|Nri1BA003]')).toEqual(['BA 003']))
  it('Contact ID is written without its spaces', () =>
    expect(events('"ADM-CID"0006L0#1234[#1234|113001003]')).toEqual(['130 003']))
  it('a text is in xSIA form, quoted', () =>
    expect(events('"SIA-DCS"0029L0#1234[#1234|Nri1/BA003*"Hall door"NM]')).toEqual(['BA 003']))
  it('one block holds several events', () =>
    expect(events('"SIA-DCS"0001L0#1234[#1234|Nri1/BA003/BA004/FA005]')).toEqual([
      'BA 003',
      'BA 004',
      'FA 005',
    ]))
  it('a text holds brackets, or is left open', () => {
    expect(events('"SIA-DCS"0001L0#1234[#1234|Nri1/BA003^Door [1]^]')).toEqual(['BA 003'])
    expect(events('"SIA-DCS"0001L0#1234[#1234|Nri1/BA003^Door]')).toEqual(['BA 003'])
  })
  it('a text is in UTF-8 or Windows-1252; length and CRC count bytes', () => {
    const text = (latin1: string) => {
      const reading = readSignals(strictly(around(`"SIA-DCS"0001L0#1234[#1234|NBA1^${latin1}^]`)))
      return reading.kind === 'signals' ? reading.events[0]?.text : null
    }
    expect(text('\xd0\x97\xd0\xb0\xd0\xbb')).toBe('Зал')
    expect(text('caf\xe9')).toBe('café')
  })
  it('an extended field has a letter nobody knows, in lower case or none at all', () => {
    expect(events('"SIA-DCS"0001L0#1234[#1234|NBA1][z9][][Q?]')).toEqual(['BA 1'])
    expect(events('"ADM-CID"0001L0#1234[#1234|1130 01 003][z9][][9x]')).toEqual(['130 003'])
  })
  it('a plain message has an odd time, e.g. local time sent as UTC (Trikdis): it is read, and known to be stale', () => {
    const frame = strictly(encodeFrame(burglary))
    expect(codesOf(frame)).toEqual(['BA 003'])
    expect(timeFault(frame.timestamp, Date.UTC(2026, 10, 22, 7, 34, 56))).toBe('ahead')
  })
  it('a time cannot be read: it costs no alarm, and is kept', () => {
    const frame = strictly(around('"SIA-DCS"0001L0#1234[#1234|Nri1/BA003]_25:00:00,02-30-2026'))
    expect(frame).toMatchObject({ timestamp: null, trailing: '_25:00:00,02-30-2026' })
    expect(codesOf(frame)).toEqual(['BA 003'])
  })
  it('lines end with CR LF, or LFs stand between the frames', () => {
    const frame = encodeFrame(burglary)
    const items = createFrameSplitter().push(
      Uint8Array.of(...frame, 10, ...frame, 10, 10, 13, 10, ...frame),
    )
    const read = items.flatMap((item) =>
      item.kind === 'frame' && item.bytes.length > 2 ? [item.bytes] : [],
    )
    expect(read).toEqual([frame, frame, frame])
  })
})

describe('Departures that are not guessed at', () => {
  it('an account without # in the header is read as the prefix it looks like; the one in the data is found', () => {
    const bytes = around('"SIA-DCS"0001L01234[#1234|Nri1/BA003]')
    expect(strictly(bytes)).toMatchObject({ prefix: '01234', account: null })
    expect(decodeFrame(bytes, lenient)).toMatchObject({
      account: '1234',
      tolerated: ['accountInData'],
    })
  })
  it('the data names another account than the header (SATEL): the header’s is the sender’s, the other is told', () => {
    const frame = decodeFrame(around('"SIA-DCS"0001L0#1234[#99AA|Nri1/BA003]'), lenient)
    expect(frame).toMatchObject({ account: '1234', tolerated: [] })
    if (frame.kind === 'frame') expect(readSignals(frame)).toMatchObject({ accountInData: '99AA' })
  })
  it('the same in an encrypted message is a wrong key: nothing else ties the clear header to what is encrypted', () => {
    const cipher = oneShotCipher(new Uint8Array(16))
    const message = { ...burglary, data: '#99AA|Nri1/BA003' }
    expect(decipherFrame(strictly(encryptFrame(message, cipher)), cipher)).toMatchObject({
      reason: 'wrong-key',
    })
  })
  it('the tail of an earlier message stands in front (Comxline): it is noise, and the frame after it is read', () => {
    const frame = encodeFrame(burglary)
    const items = createFrameSplitter().push(Uint8Array.of(...frame.subarray(30), ...frame))
    expect(items.map(({ kind }) => kind)).toEqual(['noise', 'frame'])
  })
  it('the tail of an earlier message stands inside (Comxline): the CRC refuses it, whatever is tolerated', () => {
    const frame = encodeFrame(burglary)
    const damaged = Uint8Array.of(...frame.subarray(0, 40), ...frame.subarray(20))
    expect(decodeFrame(damaged, lenient)).toMatchObject({ kind: 'unreadable', reason: 'bad-crc' })
  })
  it('an Osborne-Hoffman heartbeat looks like a frame and is another protocol', () =>
    expect(
      decodeFrame(bytesFromLatin1('\nSR0001L0001    006969XX    [ID00000000]\r'), lenient),
    ).toMatchObject({
      reason: 'bad-header',
    }))
  it('a NAK reads R0L0A0: its A0 is no part of the prefix', () =>
    expect(strictly(around('"NAK"0000R0L0A0[]'))).toMatchObject({
      receiver: '0',
      prefix: '0',
      account: null,
    }))
})
