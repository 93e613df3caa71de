import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read685Line } from '../../../shared/ademco685/read-line'
import { bytesFromLatin1 } from '../../../shared/dc09/bytes'
import { signalSchema } from '../../../shared/signals/signal'
import { readSurgardLine } from '../../../shared/surgard/read-line'
import { senderOf } from '../../reception/sender'
import { lineSignals } from './line-signals'
import { prefixed } from './prefixed'

const part = fc.oneof(
  fc.constantFrom(
    'Nri1',
    'id007',
    'BA003',
    'OP0000',
    'OA',
    '/',
    '|A',
    '^',
    'ti11:22',
    'da01-02-24',
    "*'Door'NM",
  ),
  fc.string({ maxLength: 200 }),
)
const texts = fc.oneof(
  fc.array(part, { maxLength: 12 }).map((parts) => `S01A[#12aB|${parts.join('')}]\x14`),
  fc.string({ minLength: 4, maxLength: 4 }).map((end) => `1011      0012 A${end}\x14`),
  fc
    .stringMatching(/^[0-9]{9}$/)
    .map((digits) => `80111234 ${digits.slice(0, 4)} ${digits.slice(4, 8)} ${digits[8]}\x14`),
  fc.stringMatching(/^[ERP][0-9A-F]{8}$/).map((event) => `5011 181234${event}\x14`),
)

describe('Every signal of a line', () => {
  it('fits the journal, whatever the line says', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = bytesFromLatin1(text)
        const reading = prefixed(readSurgardLine(bytes), 'ABCDEF')
        if (reading.kind !== 'signals') return
        const context = {
          sender: senderOf('surgard', '::1', 1),
          origin: reading.origin,
          account: reading.account,
          bytes,
        }
        for (const signal of lineSignals(reading.events, context, () => 's-1'))
          expect(signalSchema.safeParse(signal)).toMatchObject({ success: true })
      }),
    ))

  it('of an Ademco 685 says in words what only the panel knows the code of', () => {
    const bytes = bytesFromLatin1('\n12 0123 3\r')
    const reading = prefixed(read685Line(bytes))
    if (reading.kind !== 'signals') throw new Error(reading.kind)
    const context = {
      sender: senderOf('ademco-685'),
      origin: reading.origin,
      account: reading.account,
      bytes,
    }
    expect(lineSignals(reading.events, context, () => 's-1')).toMatchObject([
      {
        class: 'alarm',
        meaning: 'Undefined alarm',
        text: 'Pulse report 3',
        account: '0123',
        frame: '\\x0A12 0123 3\\x0D',
      },
    ])
  })
})

describe('An account with the prefix of its receiver line', () => {
  const reading = (account: string) =>
    ({ kind: 'modifier', account, name: 'ri', value: '1' }) as const
  it('is known by both, in capitals', () =>
    expect(prefixed(reading('12ab'), '02')).toMatchObject({ account: '0212AB' }))
  it('is never cut', () =>
    expect(prefixed(reading('1234567890123456'), '02')).toMatchObject({
      kind: 'unread',
      account: null,
    }))
})
