import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFromLatin1 } from '../dc09/bytes'
import { decodeLine } from './decode'
import { encodeLine, encodeRadionicsContactId } from './encode'
import { type HeaderWidth, type KnownLine, mlr2Header, system3Header } from './line'

const decoded = (text: string, width: HeaderWidth = mlr2Header) =>
  decodeLine(bytesFromLatin1(`${text}\x14`), width)
const from = { receiver: '01', line: '1' }

const text = (characters: string, lengths: { minLength: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...characters), ...lengths })
const exactly = (characters: string, length: number) =>
  text(characters, { minLength: length, maxLength: length })
const hex = '0123456789ABCDEF'
const digits = '0123456789'
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const account = text(hex, { minLength: 3, maxLength: 6 })
const number = text(digits, { minLength: 1, maxLength: 3 })

/** Any line a receiver with this header can send. */
function lines(width: HeaderWidth): fc.Arbitrary<KnownLine> {
  const origin = {
    receiver: exactly(digits, width.receiver),
    line: exactly(digits + capitals, width.line),
  }
  const constant = <Kind extends string>(kind: Kind) => fc.constant(kind)
  return fc.oneof(
    fc.record({
      kind: constant('contact-id'),
      ...origin,
      account: text(hex, { minLength: 1, maxLength: 10 }),
      qualifier: fc.constantFrom('E' as const, 'R' as const, 'P' as const),
      code: exactly(hex, 3),
      group: exactly(hex, 2),
      number: exactly(hex, 3),
    }),
    fc.record({
      kind: constant('sia-1'),
      ...origin,
      account: text(hex, { minLength: 1, maxLength: 6 }),
      code: fc.oneof(exactly(capitals, 2), fc.constantFrom('ri', 'id')),
      number: text(digits, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      kind: constant('sia-2'),
      ...origin,
      data: text(`${capitals}0123456789/|^#N]['"`, { minLength: 0, maxLength: 40 }),
    }),
    fc.record({
      kind: constant('video'),
      ...origin,
      account,
      data: fc.constantFrom('Ipt010/cn001/ad002', 'Ipt001'),
    }),
    fc.record({
      kind: constant('high-speed'),
      ...origin,
      account,
      channels: fc.oneof(exactly(digits, 8), exactly(digits, 16)),
      auxiliary: exactly(digits, 1),
    }),
    fc.record({
      kind: constant('pulse'),
      ...origin,
      account,
      event: exactly(`${capitals}${digits}\\`, 1),
      area: fc.oneof(fc.constant(''), exactly(hex, 1)),
      number,
    }),
    fc.record({ kind: constant('heartbeat'), ...origin }),
  )
}

describe('A Sur-Gard line', () => {
  it.each([
    ['MLR2', mlr2Header],
    ['System III', system3Header],
    ['one digit and two', { receiver: 1, line: 2 }],
  ])('reads as it was written, with the header of %s', (_, width) =>
    fc.assert(
      fc.property(lines(width), (line) => {
        expect(decodeLine(encodeLine(line), width)).toEqual(line)
      }),
    ),
  )

  it('is never a throw, whatever came', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(decodeLine(bytes).kind).toBeTypeOf('string')
      }),
    ))

  it('that is damaged is never a throw either', () =>
    fc.assert(
      fc.property(
        lines(mlr2Header),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        (line, at, byte) => {
          const bytes = encodeLine(line)
          bytes[at % bytes.length] = byte
          expect(decodeLine(bytes).kind).toBeTypeOf('string')
        },
      ),
    ))
})

describe('Contact ID', () => {
  it('is read from the line the MLR2E manual shows', () =>
    expect(decoded('5011 181234E12101001')).toEqual({
      kind: 'contact-id',
      ...from,
      account: '1234',
      qualifier: 'E',
      code: '121',
      group: '01',
      number: '001',
    }))

  it('is read where the header has another width than the receiver line is set to', () =>
    expect(decoded('501012 181234R13001003')).toMatchObject({
      receiver: '01',
      line: '012',
      qualifier: 'R',
    }))

  it('has an account that may end in E', () =>
    expect(decoded('5011 18123EE13001003')).toMatchObject({
      account: '123E',
      qualifier: 'E',
      code: '130',
    }))

  it('is read from a Radionics 6500, with its leading space', () => {
    const line = {
      kind: 'contact-id',
      ...from,
      account: '1234',
      qualifier: 'E',
      code: '130',
    } as const
    const whole = { ...line, group: '01', number: '003' }
    expect(decodeLine(encodeRadionicsContactId(whole))).toEqual(whole)
  })

  it('is read from a sender that ends its lines with CR LF as well', () =>
    expect(decoded('\r\n5011 181234E13001003')).toMatchObject({ kind: 'contact-id' }))
})

describe('Other lines', () => {
  it('of SIA protocol 1 may have a short account with spaces before it', () =>
    expect(decoded('3011      1234BA0003')).toMatchObject({
      kind: 'sia-1',
      account: '1234',
      code: 'BA',
      number: '0003',
    }))

  it('of SIA protocol 2 may come from the receiver itself', () =>
    expect(decoded('0010[#0000|NLT01]')).toMatchObject({ kind: 'sia-2', data: '#0000|NLT01' }))

  it('of 16 high speed channels are read as an MLR2-DV writes them', () =>
    expect(decoded('8011001234 55551555 555555557')).toMatchObject({
      account: '001234',
      channels: '5555155555555555',
      auxiliary: '7',
    }))

  it('of high speed need the right width of the header', () => {
    expect(decoded('8010011234 1555 5555 7', system3Header)).toMatchObject({
      account: '1234',
      line: '001',
    })
    expect(decoded('8010011234 1555 5555 7')).toMatchObject({ account: '011234', line: '0' })
    expect(decoded('80100112345 1555 5555 7')).toMatchObject({ kind: 'unreadable' })
  })

  it('of a pulse panel have area and user, as the MLR2-DG manual shows', () =>
    expect(decoded('1011      0012 C1128')).toEqual({
      kind: 'pulse',
      ...from,
      account: '0012',
      event: 'C',
      area: '1',
      number: '128',
    }))

  it('that are a heartbeat are known whatever the header', () => {
    expect(decoded('1011           @    ', system3Header)).toMatchObject({ kind: 'heartbeat' })
    expect(decoded('101000           @    ')).toMatchObject({ kind: 'heartbeat' })
  })

  it('of protocols that are not read are told from damaged ones, with their account', () => {
    expect(decoded('6011      112F  1')).toEqual({
      kind: 'foreign',
      protocol: '6',
      account: '112F',
    })
    expect(decoded('T011 001234 A  03')).toMatchObject({
      kind: 'foreign',
      protocol: 'T',
      account: '001234',
    })
    expect(decoded('5011 181234X13001003')).toMatchObject({ kind: 'unreadable' })
    expect(decoded('6011\x02     112F  1')).toMatchObject({ kind: 'unreadable' })
  })
})
