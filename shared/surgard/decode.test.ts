import { describe, expect, it } from 'vitest'
import { bytesFromLatin1 } from '../dc09/bytes'
import { system3Header } from './line'
import { readSurgardLine } from './read-line'

const read = (text: string, width?: typeof system3Header) =>
  readSurgardLine(bytesFromLatin1(`${text}\x14`), width)
const clock = '14:02:33-28/11'

describe('A line of a receiver set to its clock protocol', () => {
  it('says the same with its clock behind it as without, in every layout', () => {
    const layouts = [
      '5011 181236E13001003',
      ' a011 123618E13001003',
      '3011      1236BA0003',
      '3011      1236ri0002',
      "S011[#1236|Nri1/BA003*'HALL 10:00'NM]",
      '0011[#0000|NYG0000]',
      '8011123 5155 5555 7',
      '8011' + '1236 5155 5555 7',
      '1011      1236 B 003',
      '1011      1236BA0003',
      '1011           @    ',
      'S011[#1236|Ipt010/cn001]',
      '4011001234' + '5145551234',
      '6011 1236 77',
    ]
    for (const layout of layouts)
      for (const suffix of [clock, `${clock} `, ` ${clock}`, `${clock}/26`, `${clock}/2026`])
        expect([layout, read(layout + suffix)]).toEqual([layout, read(layout)])
    expect(read(`5011 181236E13001003${clock}`)).toMatchObject({
      kind: 'signals',
      account: '1236',
      events: [{ code: '130', zone: '003', partition: '01', occurredAt: null }],
    })
  })

  it('is taken whatever the receiver’s clock shows, a date that cannot be included', () => {
    for (const time of ['00:00:00-00/00', '99:99:99-99/99', '23:59:59-29/02'])
      expect(read(`5011 181236E13001003${time}`)).toMatchObject({
        kind: 'signals',
        events: [{ code: '130' }],
      })
  })

  it('is damaged when what its protocol says is', () => {
    for (const line of [`5011 181236X13001003${clock}`, `5011 181236E1300100${clock}`, clock])
      expect([line, read(line).kind]).toEqual([line, 'unreadable'])
  })
})

describe('A line of a protocol that is not read', () => {
  it('is foreign with and without a space behind its header, so that it holds up nothing', () => {
    for (const line of [
      '6011 1234 77',
      '2011ABCD',
      '7011[data]',
      '90111234567',
      'B011/x-y',
      'T01112 34',
    ])
      expect(read(line)).toMatchObject({ kind: 'unread', reason: 'unknown-token' })
  })

  it('names the account of a caller’s number', () => {
    expect(read('4' + '011' + '001234' + '5145551234')).toMatchObject({
      reason: 'unknown-token',
      account: '001234',
    })
    const wide = read('4' + '01002' + '00ABCD' + '998751234567', system3Header)
    expect(wide).toMatchObject({ reason: 'unknown-token', account: '00ABCD' })
  })

  it('is damaged when it holds what no line can, or has no header', () => {
    for (const line of [
      '4011001234\xb551234',
      '4011\x0001234',
      '4',
      '401',
      '4011',
      '4-11001234',
      '4x1 1',
    ])
      expect([line, read(line).kind]).toEqual([line, 'unreadable'])
  })

  it('is never a line of a protocol that is read: one without its layout is damaged', () => {
    for (const line of [
      '5011181234E130',
      '5011 181234E130010',
      '3011      1234BA',
      '8011123',
      'S011[#1234|NBA01',
    ])
      expect([line, read(line).kind]).toEqual([line, 'unreadable'])
  })
})

describe('An event of a Radionics BFSK panel in 6500 mode', () => {
  it('is read as its letters and number say', () => {
    expect(read('1011      1238BA0003')).toMatchObject({
      kind: 'signals',
      account: '1238',
      origin: { receiver: '01', line: '1' },
      events: [{ table: 'sia', code: 'BA', zone: '0003' }],
    })
  })

  it('is damaged when a letter or digit is missing', () => {
    for (const line of ['1011      1238BA003', '1011      1238B0003', '1011      1238ba0003'])
      expect([line, read(line).kind]).toEqual([line, 'unreadable'])
  })
})
