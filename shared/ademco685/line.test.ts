import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesFromLatin1 } from '../dc09/bytes'
import { decode685Line, encode685Line, type Known685Line } from './line'
import { read685Line } from './read-line'

const exactly = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length })
const hex = '0123456789ABCDEF'
const digits = '0123456789'
const origin = { receiver: exactly(digits, 1), group: exactly(hex, 1) }
const account = fc.string({ unit: fc.constantFrom(...hex), minLength: 3, maxLength: 10 })

const lines: fc.Arbitrary<Known685Line> = fc.oneof(
  fc.record({
    kind: fc.constant('contact-id' as const),
    ...origin,
    account,
    qualifier: fc.constantFrom('E' as const, 'R' as const, 'P' as const),
    code: exactly(hex, 3),
    partition: exactly(hex, 2),
    names: fc.constantFrom('C' as const, 'U' as const, null),
    number: exactly(hex, 3),
  }),
  fc.record({
    kind: fc.constant('pulse' as const),
    ...origin,
    account,
    code: fc.oneof(
      exactly(hex, 1),
      fc.tuple(exactly(hex, 1), exactly(hex, 1)).map((pair) => pair.join(' ')),
    ),
  }),
  fc.record({
    kind: fc.constant('high-speed' as const),
    ...origin,
    account,
    channels: exactly(digits, 8),
    auxiliary: exactly(digits, 1),
  }),
  fc.record({ kind: fc.constant('heartbeat' as const), ...origin }),
)
const line = (text: string) => bytesFromLatin1(`\n${text}\r`)

describe('A line of an Ademco 685', () => {
  it('reads as it was written', () =>
    fc.assert(
      fc.property(lines, (said) => {
        expect(decode685Line(encode685Line(said))).toEqual(said)
      }),
    ))

  it('is never a throw, whatever came', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), fc.string({ maxLength: 50 }), (bytes, text) => {
        expect(read685Line(bytes).kind).toBeTypeOf('string')
        expect(read685Line(line(text)).kind).toBeTypeOf('string')
      }),
    ))

  it('with Contact ID is read as the MX8000 manual shows it', () =>
    expect(decode685Line(line('12 1234 18 E130 01 C003'))).toEqual({
      kind: 'contact-id',
      receiver: '1',
      group: '2',
      account: '1234',
      qualifier: 'E',
      code: '130',
      partition: '01',
      names: 'C',
      number: '003',
    }))

  it('of nothing but spaces is refused without trying each of them as its end', () => {
    const bytes = bytesFromLatin1(`\n12 1234 ${' '.repeat(40_000)}x`)
    expect(decode685Line(bytes)).toMatchObject({ kind: 'unreadable' })
    const ended = bytesFromLatin1(`\n12 1234 a${' '.repeat(40_000)}x\r`)
    expect(decode685Line(ended)).toMatchObject({ kind: 'unreadable', account: '1234' })
  })
  it('that is damaged names the account when it is seen', () => {
    expect(decode685Line(line('12 1234 18 X130 01 C003'))).toMatchObject({
      kind: 'unreadable',
      account: '1234',
    })
    expect(decode685Line(line('nonsense'))).toMatchObject({ kind: 'unreadable', account: null })
  })
})

describe('A line of a form that no 685 is documented with', () => {
  it.each([
    ['01 1234 NBA003', '1234'],
    ['01 1234 55 ALARM TEXT', '1234'],
    ['01 1234567890 SIA #BA01', '1234567890'],
    ['01 123456789012 SIA', null],
    ['00 PRINTER OFFLINE', null],
    ['01 1234 "Front door"', '1234'],
  ])('is foreign and not damaged, and names its account when it is seen: %s', (text, account) => {
    expect(decode685Line(line(text))).toEqual({ kind: 'foreign', account })
    expect(read685Line(line(text))).toMatchObject({
      kind: 'unread',
      reason: 'unknown-token',
      account,
    })
  })

  it.each([
    '01 1234 18 E130 01',
    '01 1234 18',
    '01 1234 98 X130 01 C003',
    '01 1234 5155 55',
    '01 1234 5 5 5',
    '01 1234',
    '01 OKAY',
    '01 12\xc1x text',
    'x 1234 NBA003',
  ])('is none that has lost something of a documented one: %s', (text) =>
    expect(decode685Line(line(text)).kind).toBe('unreadable'),
  )
})

describe('What a line of an Ademco 685 says', () => {
  it('is a contact or a user, as the line itself says', () => {
    expect(read685Line(line('12 1234 18 R130 01 C003'))).toMatchObject({
      kind: 'signals',
      origin: { receiver: '1', line: '2' },
      account: '1234',
      events: [
        {
          table: 'cid',
          code: '130',
          qualifier: 'restore',
          partition: '01',
          zone: '003',
          user: null,
        },
      ],
    })
    expect(read685Line(line('12 1234 18 E130 01 U003'))).toMatchObject({
      events: [{ zone: null, user: '003' }],
    })
  })

  it('is what the code table has it when the line leaves it out', () => {
    expect(read685Line(line('12 1234 18 E401 01 003'))).toMatchObject({
      events: [{ zone: null, user: '003' }],
    })
    expect(read685Line(line('12 1234 18 E130 01 003'))).toMatchObject({
      events: [{ zone: '003', user: null }],
    })
  })

  it('is an untyped alarm of a high speed channel', () =>
    expect(read685Line(line('12 1234 5515 5555 7'))).toMatchObject({
      events: [{ code: 'UA', zone: '3' }],
    }))

  it('is an undefined alarm when only the panel knows what its code means', () => {
    expect(read685Line(line('12 0123 3'))).toMatchObject({
      events: [{ code: 'UX', text: 'Pulse report 3' }],
    })
    expect(read685Line(line('12 1234 3 1'))).toMatchObject({
      events: [{ code: 'UX', text: 'Pulse report 3 1' }],
    })
  })

  it('is that the receiver lives', () =>
    expect(read685Line(line('12 OKAY @ '))).toEqual({ kind: 'heartbeat' }))

  it('may name an account of ten digits, in every layout', () => {
    expect(read685Line(line('01 1234567890 18 E130 01 C004'))).toMatchObject({
      kind: 'signals',
      account: '1234567890',
      events: [{ code: '130', partition: '01', zone: '004' }],
    })
    for (const rest of ['E', 'E 1', '5155 5555 7', '18 R130 01 C004'])
      expect(read685Line(line(`01 1234567890 ${rest}`))).toMatchObject({
        kind: 'signals',
        account: '1234567890',
      })
    expect(read685Line(line('01 12345678901 18 E130 01 C004')).kind).toBe('unreadable')
  })
})
