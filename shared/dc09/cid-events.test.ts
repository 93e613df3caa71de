import { describe, expect, it } from 'vitest'
import { readCidEvents } from './cid-events'
import { decodeFrame } from './decode-frame'
import { encodeFrame } from './encode'
import { readSignals } from './signal'

const read = (data: string) =>
  readCidEvents(data, '1234').events.map(({ qualifier, code, group, number, text }) =>
    [qualifier + code, group, number, text].filter((part) => part !== null).join(' '),
  )
const signals = (token: string, data: string) => {
  const message = { token, sequence: '0001', receiver: null, prefix: '0', account: '1234', data }
  const frame = decodeFrame(encodeFrame({ ...message, timestamp: null }))
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  const reading = readSignals(frame)
  return reading.kind === 'signals'
    ? reading.events.map(({ table, code, zone }) => [table, code, zone])
    : reading.reason
}

describe('Several events in Contact ID data', () => {
  it.each([
    '#1234|1130 01 001][#1234|1110 01 002',
    '#1234|1130 01 001][1110 01 002',
    '#1234|1130 01 001|1110 01 002',
    '#1234|1130 01 001|#1234|1110 01 002',
    '#1234|1130 01 001 1110 01 002',
    '#1234|113001001/111001002',
    '#1234|1130 01 001, 1110 01 002',
  ])('are all read: %s', (data) => expect(read(data)).toEqual(['1130 01 001', '1110 01 002']))
  it.each([
    ['#1234|1130 01 003|Kitchen 5', 'Kitchen 5'],
    ['#1234|1130 01 003|R101 12 3', 'R101 12 3'],
    ['#1234|1130 01 003|12 3', '12 3'],
  ])('are not seen in words about one: %s', (data, text) =>
    expect(read(data)).toEqual([`1130 01 003 ${text}`]),
  )
  it('are at most 32, like those of SIA', () =>
    expect(read(`#1234|${'1130 01 001 '.repeat(100)}`)).toHaveLength(32))
})

describe('A Contact ID event that departs from the standard in its writing alone', () => {
  it.each([
    ['#1234|E110 01 007', '1110 01 007'],
    ['#1234|R11001007', '3110 01 007'],
    ['#1234|P110 01 007', '6110 01 007'],
    ['#1234|1110-01-008', '1110 01 008'],
    ['#1234|1110 01 05', '1110 01 05'],
    ['#1234|1110 01 0008', '1110 01 0008'],
    ['#1234|1110 008', '1110 00 008'],
    ['#1234|1110 01', '1110 01 000'],
    ['#1234|1110 01 011^Hall^', '1110 01 011 Hall'],
    ['#1234|1131 01 015 8', '1131 01 015 8'],
  ])('is read, since its whole code stands there: %s', (data, said) =>
    expect(read(data)).toEqual([said]),
  )
  it.each(['#1234|2110 01 011', '#1234|111', '#1234|18113101015C', '#1234|113101016F', 'hello'])(
    'is not guessed otherwise: %s',
    (data) => expect(read(data)).toEqual([]),
  )
})

describe('Data under the name of the other token', () => {
  it.each([
    ['ADM-CID', '#1234|Nri1/HA17', [['sia', 'HA', '17']]],
    [
      'ADM-CID',
      '#1234|NBA1/FA2',
      [
        ['sia', 'BA', '1'],
        ['sia', 'FA', '2'],
      ],
    ],
    ['SIA-DCS', '#1234|1122 01 018', [['cid', '122', '018']]],
    ['SIA-DCS', '#1234|112201018', [['cid', '122', '018']]],
  ])('is read as what it is: %s %s', (token, data, said) =>
    expect(signals(token, data)).toEqual(said),
  )
  it('is a riddle where it is neither', () => {
    expect(signals('ADM-CID', '#1234|hello')).toBe('unreadable-data')
    expect(signals('SIA-DCS', '#1234|12 Main Street')).toBe('unreadable-data')
  })
  it('may name the token in small letters', () => {
    expect(signals('sia-dcs', '#1234|NHA1')).toEqual([['sia', 'HA', '1']])
    expect(signals('Adm-Cid', '#1234|1122 01 018')).toEqual([['cid', '122', '018']])
    expect(signals('ack', '')).toBe('reply-token')
  })
})
