import { describe, expect, it } from 'vitest'
import { parseCidData } from './adm-cid'
import { isDc05Sum } from './dc05-sum'

describe('A whole DC-05 string in ADM-CID data, as TEKNIM sends it', () => {
  it.each([
    ['#6827|18160201000D', null],
    ['18160201000D', '6827'],
    ['18 1602 01 000 D', '6827'],
    ['682718160201000D', null],
    ['#6827|18160201000d', null],
    ['#6827|981602010005|Test', null],
  ])('is read when its checksum agrees: %s', (data, header) =>
    expect(parseCidData(data, header)).toMatchObject({
      qualifier: '1',
      code: '602',
      group: '01',
      number: '000',
    }),
  )
  it.each([
    '#6827|18160201000C',
    '#6828|18160201000D',
    '#6827|18160201000',
    '#6827|17160201000E',
    '18160201000D',
  ])('is not read otherwise: %s', (data) => expect(parseCidData(data)).toBeNull())
  it('counts a zero as ten, as the example of DC-05 does', () =>
    expect(isDc05Sum('181131010158', '1234')).toBe(true))
  it('counts the four digits that were dialled of a longer account', () =>
    expect(parseCidData('18160201000D', '006827')).toMatchObject({ code: '602' }))
})
