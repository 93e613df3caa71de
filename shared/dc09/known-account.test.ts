import { describe, expect, it } from 'vitest'
import { accountIn } from './data-account'
import { decodeFrame } from './decode-frame'
import { encodeFrame } from './encode'
import { readSignals } from './signal'

/** Codes with their numbers, and the other account that is named. */
function read(header: string, data: string, token = 'SIA-DCS') {
  const frame = decodeFrame(
    encodeFrame({ token, sequence: '0001', receiver: null, prefix: '0', account: header, data }),
  )
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  const reading = readSignals(frame)
  if (reading.kind !== 'signals') return reading.detail
  const said = reading.events.map(({ code, zone, user }) =>
    [code, zone ?? user].filter(Boolean).join(' '),
  )
  return [reading.accountInData, ...said]
}

describe('The account of the header decides what is an account in the data', () => {
  it.each([
    ['FA01', 'FA01|NRP0', ['FA01', 'RP']],
    ['FA01', '#FA01|NRP0', ['FA01', 'RP']],
    ['FA01', 'FA01|RP0', ['FA01', 'RP']],
    ['FA01', 'fa01|NRP0', ['fa01', 'RP']],
    ['fa01', 'FA01|NRP0', ['FA01', 'RP']],
    ['FA01', '00FA01|NRP0', ['00FA01', 'RP']],
    ['00FA01', 'FA01|Nri1/BA3', ['FA01', 'BA 3']],
    ['BA', 'BA|NRP0', ['BA', 'RP']],
    ['BA01', 'BA01|BA01', ['BA01', 'BA 01']],
    ['ABCDEF', 'ABCDEF|NRP0', ['ABCDEF', 'RP']],
  ])('#%s[%s]', (header, data, said) => expect(read(header, data)).toEqual(said))
  it.each([
    ['A1', 'FA01|NRP0', [null, 'FA 01', 'RP']],
    ['FA01', 'FA02|NRP0', [null, 'FA 02', 'RP']],
    ['FA01', 'NFA01|NRP0', [null, 'FA 01', 'RP']],
    ['FA01', '#FA01|FA01|NRP0', ['FA01', 'FA 01', 'RP']],
    ['FA01', 'FA01', [null, 'FA 01']],
  ])('and leaves an event what it is: #%s[%s]', (header, data, said) =>
    expect(read(header, data)).toEqual(said),
  )
  it.each([
    ['A1', '#FA01|NRP0', ['FA01', 'RP']],
    ['A1', '1234|NRP0', ['1234', 'RP']],
    ['A1', 'AB12CD|NRP0', ['AB12CD', 'RP']],
    ['A1', 'fa01|NRP0', ['fa01', 'RP']],
  ])("and somebody else's is still one where it can be no event: #%s[%s]", (header, data, said) =>
    expect(read(header, data)).toEqual(said),
  )
  it.each([
    ['1130', '1130|1130 01 003', ['1130', '130 003']],
    ['FA01', 'FA01|1130 01 003', ['FA01', '130 003']],
    ['FA01', '00fa01|113001003', ['00fa01', '130 003']],
    ['113001003', '113001003|1131 01 004', ['113001003', '131 004']],
    ['A1', '113001003|1131 01 004', [null, '130 003', '131 004']],
    ['A1', '1130 01 003', [null, '130 003']],
    ['A1', '9999|1130 01 003', ['9999', '130 003']],
  ])('in Contact ID too: #%s[%s]', (header, data, said) =>
    expect(read(header, data, 'ADM-CID')).toEqual(said),
  )
  it('is looked for without its # only where the data has a grammar', () => {
    expect(accountIn('NULL', '1234|', '1234')).toBeNull()
    expect(accountIn('NULL', '#1234|', '1234')).toBe('1234')
  })
})
