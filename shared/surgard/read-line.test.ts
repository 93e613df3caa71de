import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from '../codes/classify'
import { bytesFromLatin1 } from '../dc09/bytes'
import { system3Header } from './line'
import { readSurgardLine } from './read-line'

const reading = (text: string, width?: typeof system3Header) =>
  readSurgardLine(bytesFromLatin1(`${text}\x14`), width)
const events = (text: string) => {
  const read = reading(text)
  if (read.kind !== 'signals') throw new Error(`${text} is ${read.kind}`)
  return read.events
}
const meanings = (text: string) => events(text).map((event) => classify(event).class)

describe('What a Sur-Gard line says', () => {
  it('is never a throw', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(reading(text).kind).toBeTypeOf('string')
      }),
    ))

  it('is a Contact ID event, by zone or by user as its code has it', () => {
    expect(reading('501012 181234E13001003', system3Header)).toMatchObject({
      kind: 'signals',
      origin: { receiver: '01', line: '012' },
      account: '1234',
      events: [
        { table: 'cid', code: '130', qualifier: 'new', partition: '01', zone: '003', user: null },
      ],
    })
    expect(events('5011 181234R40100007')).toMatchObject([
      { qualifier: 'restore', partition: null, user: '007', zone: null },
    ])
    expect(events('5011 181234P13000000')).toMatchObject([
      { qualifier: 'status', zone: null, user: null },
    ])
    expect(meanings('5011 181234E40101001')).toEqual(['opening'])
    expect(meanings('5011 181234R40101001')).toEqual(['closing'])
  })

  it('is Contact ID also in a block of SIA protocol 2', () =>
    expect(events('S011[#1234|1122 01 018]')).toMatchObject([
      { table: 'cid', code: '122', qualifier: 'new', partition: '01', zone: '018' },
    ]))

  it('is a SIA event, by zone, user or area as its code has it', () => {
    expect(events('3011    001234BA0003')).toMatchObject([
      { table: 'sia', code: 'BA', zone: '0003', partition: null },
    ])
    expect(events('3011    001234OP0012')).toMatchObject([{ user: '0012', zone: null }])
    expect(reading('3011    001234ri0002')).toEqual({
      kind: 'modifier',
      account: '001234',
      name: 'ri',
      value: '0002',
    })
  })

  it('is several events in a block of SIA protocol 2, with area, user and words', () => {
    expect(reading("S011[#1234|Nri2id007/OP/BA003*'Lounge'NM]")).toMatchObject({
      account: '1234',
      events: [
        { code: 'OP', partition: '2', user: '007' },
        { code: 'BA', partition: '2', zone: '003', text: 'Lounge' },
      ],
    })
    expect(events('S011[#12ab|Oti11:22:33da06-01-24/BA003]')).toMatchObject([
      { qualifier: 'old-new', occurredAt: Date.UTC(2024, 5, 1, 11, 22, 33) },
    ])
  })

  it('is kept for people when a block holds no event, or pictures', () => {
    expect(reading('S011[#1234|]')).toMatchObject({
      kind: 'unread',
      reason: 'unreadable-data',
      account: '1234',
    })
    expect(reading('S011[#1234|Ipt010/cn001/ad002]')).toMatchObject({
      kind: 'unread',
      account: '1234',
    })
    expect(reading('S011[hello]')).toMatchObject({ kind: 'unreadable' })
    expect(reading('6011      112F  1')).toMatchObject({
      kind: 'unread',
      reason: 'unknown-token',
      account: '112F',
    })
  })

  it('is that the receiver lives', () =>
    expect(reading('1011           @    ')).toEqual({ kind: 'heartbeat' }))
})

describe('Reports without a code', () => {
  it('of high speed channels are untyped events of the channel, and raise an alarm', () => {
    expect(events('80111234 1555 3555 7')).toMatchObject([
      { table: 'sia', code: 'UA', zone: '1', text: 'High speed report: channel 1 says 1' },
      { code: 'UR', zone: '5' },
    ])
    expect(meanings('80111234 1555 3555 7')).toEqual(['alarm', 'restore'])
    expect(meanings('80111234 5255 5455 7')).toEqual(['opening', 'closing'])
    expect(meanings('80111234 0655 5555 8')).toEqual(['trouble', 'alarm', 'trouble'])
    expect(meanings('80111234 5555 5555 9')).toEqual(['test'])
    expect(events('80111234 5555 5555 7')).toEqual([])
  })

  it('of a channel digit nobody knows are an undefined alarm', () =>
    expect(meanings('80111234 9555 5555 7')).toEqual(['alarm']))

  it('of a pulse panel are what the letter says', () => {
    expect(events('1011      0012 C1128')).toMatchObject([
      { code: 'CL', partition: '1', user: '128' },
    ])
    expect(events('1011      0012 A  03')).toMatchObject([
      { code: 'UA', zone: '03', text: 'Pulse report A 03' },
    ])
    expect(meanings('1011      0012 R  03')).toEqual(['restore'])
  })

  it('of a letter nobody knows are an undefined alarm: somebody must look', () =>
    expect(events('1011      0012 1  03')).toMatchObject([{ code: 'UX', zone: '03' }]))
})
