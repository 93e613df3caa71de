import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../text/read-bytes'
import { bytesFromLatin1, latin1FromBytes } from './bytes'
import { crc16 } from './crc'
import { decodeFrame } from './decode-frame'
import { encodeAck, encodeDuh, encodeFrame, encodeNak, type Message } from './encode'
import type { Frame } from './frame'
import { fromPrintable, printable } from './printable'
import { readSignals } from './signal'
import { formatTimestamp, parseTimestamp } from './timestamp'
import { lenient, strict } from './tolerances'

const burglary: Message = {
  token: 'SIA-DCS',
  sequence: '0001',
  receiver: '1',
  prefix: '0',
  account: '1234',
  data: '#1234|Nri1/BA003',
  timestamp: Date.UTC(2026, 10, 22, 12, 34, 56),
}
const frameOf = (message: Message, tolerances = strict): Frame => {
  const frame = decodeFrame(encodeFrame(message), tolerances)
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  return frame
}
/** A frame with a body of one's own and everything around it right. */
const around = (body: string): Uint8Array => {
  const crc = crc16(bytesFromLatin1(body)).toString(16).padStart(4, '0')
  return bytesFromLatin1(`\n${crc}${body.length.toString(16).padStart(4, '0')}${body}\r`)
}

const crcAsSent = (bytes: Uint8Array): number => Number.parseInt(latin1FromBytes(bytes, 1, 5), 16)

const hex = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFabcdef'), minLength: min, maxLength: max })
const byteText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 80,
})
const plainText = byteText.filter((text) => !text.includes(']['))
const messages = fc.record({
  token: fc.constantFrom('SIA-DCS', 'ADM-CID', 'NULL', 'XYZ'),
  sequence: fc.integer({ min: 0, max: 9999 }).map((value) => String(value).padStart(4, '0')),
  receiver: fc.option(hex(1, 6)),
  prefix: hex(1, 6),
  account: fc.option(hex(1, 16)),
  data: plainText,
  extended: fc.array(
    fc.record({ letter: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZz'), text: plainText }),
    {
      maxLength: 4,
    },
  ),
  timestamp: fc.option(fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000)),
})

/** A message as it is read: its account as the hub knows it, and as it was sent. */
const asRead = ({ account, ...rest }: Message) => ({
  ...rest,
  account: account?.toUpperCase() ?? null,
  sentAccount: account,
})

describe('the CRC', () => {
  it('has the check value of CRC-16/ARC', () =>
    expect(crc16(bytesFromLatin1('123456789'))).toBe(0xbb3d))
})

describe('reading and writing frames', () => {
  it('a frame read is the message written', () =>
    fc.assert(
      fc.property(messages, (message) => {
        expect(frameOf(message)).toMatchObject({
          ...asRead(message),
          encrypted: false,
          trailing: '',
        })
      }),
    ))
  it('cipher text comes back as data, to be deciphered later', () => {
    const { timestamp: _, ...sealed } = burglary
    expect(frameOf({ ...sealed, encrypted: true, data: 'C2D336CC' })).toMatchObject({
      encrypted: true,
      data: 'C2D336CC',
      timestamp: null,
    })
  })
  it('no bytes whatever make it throw', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, tolerant) => {
        for (const candidate of [bytes, Uint8Array.of(10, ...bytes, 13)]) {
          const frame = decodeFrame(candidate, tolerant ? lenient : strict)
          if (frame.kind === 'frame') readSignals(frame)
        }
      }),
    ))
  it('no body in a right envelope makes it throw, nor do its signals', () =>
    fc.assert(
      fc.property(byteText, fc.constantFrom('SIA-DCS', 'ADM-CID', 'NULL', 'NAK'), (text, token) => {
        const frame = decodeFrame(around(`"${token}"0001L0#1234[${text}`), lenient)
        if (frame.kind === 'frame') readSignals(frame)
      }),
    ))
  it('a changed byte is noticed', () =>
    fc.assert(
      fc.property(
        messages,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (message, place, change) => {
          const bytes = encodeFrame(message)
          const at = 9 + (place % (bytes.length - 10))
          bytes[at] = (bytes[at] ?? 0) ^ change
          expect(decodeFrame(bytes).kind).toBe('unreadable')
        },
      ),
    ))
  it('a bit changed anywhere in CRC or body is noticed, with every tolerance on too', () =>
    fc.assert(
      fc.property(messages, fc.nat(), fc.nat(7), (message, place, bit) => {
        const bytes = encodeFrame(message)
        const inCrcAndBody = [
          1,
          2,
          3,
          4,
          ...Array.from({ length: bytes.length - 10 }, (_, index) => 9 + index),
        ]
        const at = inCrcAndBody[place % inCrcAndBody.length] ?? 0
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        // A digit that has only become lower case is the same digit.
        fc.pre(at > 4 || crcAsSent(bytes) !== crc16(bytes, 9, bytes.length - 1))
        expect(decodeFrame(bytes).kind).toBe('unreadable')
        const read = decodeFrame(bytes, lenient)
        // Of 65,536 changed frames one has by chance the CRC that also covers the CR.
        if (read.kind === 'frame') expect(read.tolerated).toContain('crcCoversCr')
      }),
    ))
  it('a frame with every tolerance on is accepted only with the CRC it claims, and one that needs none uses none', () =>
    fc.assert(
      fc.property(messages, (message) => {
        const read = decodeFrame(encodeFrame(message), lenient)
        expect(read).toMatchObject({ kind: 'frame', data: message.data })
        if (read.kind === 'frame' && message.account !== null) expect(read.tolerated).toEqual([])
      }),
    ))
  it('a body longer than a frame can announce is refused', () =>
    expect(
      decodeFrame(encodeFrame({ ...burglary, data: 'x'.repeat(0xfff) }), lenient),
    ).toMatchObject({
      reason: 'bad-length',
    }))
  it('hex digits may be lower case', () =>
    expect(decodeFrame(around('"SIA-DCS"0001Lab#12ef[Nri1/BA003]'))).toMatchObject({
      prefix: 'ab',
      account: '12EF',
      sentAccount: '12ef',
    }))
  it('a bracket inside a text stays in it', () =>
    expect(frameOf({ ...burglary, data: '#1234|Nri1/BA003^Door [1]^' })).toMatchObject({
      data: '#1234|Nri1/BA003^Door [1]^',
    }))
  it('a wrong clock costs no alarm: the frame is read, its time kept as text', () => {
    const frame = decodeFrame(around('"SIA-DCS"0001L0#1234[#1234|Nri1/BA003]_25:00:00,02-30-2026'))
    expect(frame).toMatchObject({
      kind: 'frame',
      timestamp: null,
      trailing: '_25:00:00,02-30-2026',
    })
  })
  it('a repetition with a new timestamp has the same content', () => {
    const again = { ...burglary, timestamp: Date.UTC(2026, 10, 22, 12, 35, 30) }
    expect(frameOf(again).content).toBe(frameOf(burglary).content)
    expect(frameOf({ ...burglary, sequence: '0002' }).content).not.toBe(frameOf(burglary).content)
  })
})

describe('what is wrong is said', () => {
  const whole = encodeFrame(burglary)
  it.each([
    ['no-line-feed', whole.slice(1)],
    ['no-carriage-return', whole.slice(0, -1)],
    ['too-short', bytesFromLatin1('\n1234\r')],
    ['bad-header', around('"SIA-DCS"12L0#1234[]')],
    ['bad-header', around('"SIA-DCS"0001#1234[Nri1/BA003]')],
    ['bad-body', around('"SIA-DCS"0001L0#1234[Nri1/BA003')],
  ])('%s', (reason, bytes) =>
    expect(decodeFrame(bytes)).toMatchObject({ kind: 'unreadable', reason, bytes }),
  )
})

describe('replies', () => {
  const at = Date.UTC(2026, 10, 22, 12, 35, 0)
  const body = (bytes: Uint8Array) => printable(bytes).slice(12, -4)
  it('an ACK repeats sequence, receiver, prefix and account, and is a right frame itself', () => {
    const ack = encodeAck(frameOf(burglary), { timestamp: at })
    expect(body(ack)).toBe('"ACK"0001R1L0#1234[]_12:35:00,11-22-2026')
    expect(decodeFrame(ack)).toMatchObject({ kind: 'frame', token: 'ACK', timestamp: at })
  })
  it('an absent receiver stays absent, and differs from 0', () => {
    expect(body(encodeAck(frameOf({ ...burglary, receiver: null, timestamp: null })))).toBe(
      '"ACK"0001L0#1234[]',
    )
    expect(body(encodeAck(frameOf({ ...burglary, receiver: '0', timestamp: null })))).toBe(
      '"ACK"0001R0L0#1234[]',
    )
  })
  it('an ACK carries a timestamp only when the message did', () =>
    expect(body(encodeAck(frameOf({ ...burglary, timestamp: null }), { timestamp: at }))).toBe(
      '"ACK"0001R1L0#1234[]',
    ))
  it('a DUH carries none', () =>
    expect(body(encodeDuh(frameOf(burglary)))).toBe('"DUH"0001R1L0#1234[]'))
  it('a NAK brings the clock, and is read without taking its A for a prefix', () => {
    expect(body(encodeNak(at))).toBe('"NAK"0000R0L0A0[]_12:35:00,11-22-2026')
    expect(decodeFrame(encodeNak(at))).toMatchObject({
      token: 'NAK',
      receiver: '0',
      prefix: '0',
      account: null,
      timestamp: at,
    })
  })
  it('a binary CRC is answered in kind', () => {
    const ack = encodeAck({ ...frameOf(burglary), tolerated: ['binaryCrc'] })
    expect(decodeFrame(ack, { ...strict, binaryCrc: true })).toMatchObject({
      token: 'ACK',
      tolerated: ['binaryCrc'],
    })
  })
})

describe('bytes as text', () => {
  it('shows what is printable and escapes the rest', () =>
    expect(printable(Uint8Array.of(10, 65, 92, 233, 0, 13))).toBe('\\x0AA\\\\\\xE9\\x00\\x0D'))
  it('comes back byte for byte', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
        expect(fromPrintable(printable(bytes))).toEqual(bytes)
      }),
    ))
  it.each(['\\', '\\x0', '\\x0a', 'é', '\n'])('refuses %j, which it never writes', (text) =>
    expect(fromPrintable(text)).toBeNull(),
  )
  it('is read as UTF-8 where it is UTF-8, else byte for byte', () => {
    expect(readBytes('\xd0\x97\xd0\xb0\xd0\xbb 5%')).toBe('Зал 5%')
    expect(readBytes('caf\xe9')).toBe('café')
  })
})

describe('timestamps', () => {
  it('agree with the calendar', () =>
    fc.assert(
      fc.property(fc.integer({ min: -62_000_000_000, max: 250_000_000_000 }), (seconds) => {
        const [date = '', time = ''] = new Date(seconds * 1000)
          .toISOString()
          .slice(0, 19)
          .split('T')
        const [year, month, day] = date.split('-')
        expect(formatTimestamp(seconds * 1000)).toBe(`${time},${month}-${day}-${year}`)
        expect(parseTimestamp(`${time},${month}-${day}-${year}`)).toBe(seconds * 1000)
      }),
    ))
  it.each([
    '12:00:00,02-29-2025',
    '12:00:00,13-01-2025',
    '12:00:00,00-10-2025',
    '24:00:00,01-01-2025',
    '12:60:00,01-01-2025',
    '12:00:00,01-01-25',
  ])('%s is no time', (text) => expect(parseTimestamp(text)).toBeNull())
  it('never fail to be written', () => {
    expect(formatTimestamp(Number.NaN)).toBe('00:00:00,01-01-1970')
    expect(formatTimestamp(Number.POSITIVE_INFINITY)).toBe('23:59:59,12-31-9999')
    expect(formatTimestamp(Number.NEGATIVE_INFINITY)).toBe('00:00:00,01-01-0000')
  })
})
