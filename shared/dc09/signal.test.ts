import { describe, expect, it } from 'vitest'
import { classify } from '../codes/classify'
import { parseCidData } from './adm-cid'
import { decodeFrame } from './decode-frame'
import { encodeFrame, type Message } from './encode'
import { parseSiaData } from './sia-dcs'
import { readSignals } from './signal'

const sentAt = Date.UTC(2026, 10, 22, 0, 5, 0)
const read = (token: string, data: string, more: Partial<Message> = {}) => {
  const message = {
    token,
    sequence: '0001',
    receiver: null,
    prefix: '0',
    account: '1234',
    data,
    timestamp: sentAt,
    ...more,
  }
  const frame = decodeFrame(encodeFrame(message))
  if (frame.kind !== 'frame') throw new Error(frame.detail)
  return readSignals(frame)
}
const events = (token: string, data: string, more: Partial<Message> = {}) => {
  const reading = read(token, data, more)
  return reading.kind === 'signals' ? reading.events : []
}
const codes = (data: string) => parseSiaData(data).events.map(({ code, address }) => code + address)

describe('SIA data', () => {
  it('holds several events, and modifiers stay in force for the blocks after them', () => {
    const { events: found } = parseSiaData('#1234|Nri1/BA003/BA004/ri2/FA005')
    expect(found.map(({ code, address, area }) => [code, address, area])).toEqual([
      ['BA', '003', '1'],
      ['BA', '004', '1'],
      ['FA', '005', '2'],
    ])
  })
  it('is read with or without the slash, the account and the qualifier', () => {
    expect(codes('Nri1CL0')).toEqual(['CL0'])
    expect(codes('|Nri2/JC12')).toEqual(['JC12'])
    expect(codes('1234|NBA1')).toEqual(['BA1'])
    expect(codes('#1234|BA003')).toEqual(['BA003'])
    expect(codes('#1234|OP001')).toEqual(['OP001'])
    expect(codes('#1234|OBA1')).toEqual(['BA1'])
  })
  it('lets a bar separate blocks', () =>
    expect(codes('#1234|NBA1|NFA2|AT000')).toEqual(['BA1', 'FA2', 'AT000']))
  it('takes texts in every form', () => {
    const text = (data: string) => parseSiaData(data).events[0]?.text
    expect(text('#1|NBA3^Hall / door^')).toBe('Hall / door')
    expect(text('#1234|Nri1/BA003*"Hall door"NM')).toBe('Hall door')
    expect(text("#1234|Nri1/BA003*'Hall door'NM")).toBe('Hall door')
    expect(text('#1234|Nri2ti16:41:17BA3^Entree^|AInbraak')).toBe('Entree · Inbraak')
    expect(text('#1234|Nri2^Ground floor^/BA3')).toBe('Ground floor')
    expect(text('#1234|NBA3^open end')).toBe('open end')
  })
  it('passes over what it does not know and reads on', () => {
    const { events: found, leftover } = parseSiaData('#1234|Nri1/??/BA003=x/FA004')
    expect(found.map(({ code }) => code)).toEqual(['BA', 'FA'])
    expect(leftover).toBe('??=x')
  })
  it.each([
    ['Nri1/CL01/F1A02', 'F1A02'],
    ['Nri1/F1A02/CL01', 'F1A02'],
    ['Nri1/CL01/F1A02^Hall 3^', 'F1A02^Hall 3^'],
    ['Nri1/CL01/ri2F1A02', 'F1A02'],
    ['Nri1/CL01/BaA02/1FA', 'BaA02 / 1FA'],
  ])(
    'of which a block may have been an event gives an unknown one with its words: %s',
    (data, text) => {
      const found = parseSiaData(`#1234|${data}`).events
      expect(found.map(({ code, text }) => [code, text])).toEqual([
        ['CL', null],
        ['??', text],
      ])
      expect(events('SIA-DCS', `#1234|${data}`).map(classify)).toMatchObject([
        { class: 'closing' },
        { class: 'unknown', kind: 'unknown', priority: 2 },
      ])
    },
  )
  it.each([
    'Nri1/CL01/',
    'Nri1/CL01//|',
    'Nri1/CL01|A 12 doors',
    'Nri1/CL01|Tekst',
    'Nri1/CL01 Front/Zone 5',
    'Nri1/CL01NM',
    'Nri1/CL01=x5',
    'Nri1ti16:41:17.123/CL01',
    'Nri1/idA12/CL01',
    'Nri1/?/CL01',
    'Nri1/CL01|#1234|',
  ])('takes no habit of a sender for an event: %s', (data) =>
    expect(codes(`#1234|${data}`)).toEqual(['CL01']),
  )
  it('gives no event where there is none', () =>
    expect(parseSiaData('hello')).toMatchObject({ events: [], leftover: 'hello' }))
})

describe('Contact ID data', () => {
  it.each([
    '#1234|1130 01 003',
    '#1234|113001003',
    '1234|1130 01 003',
    '|1130 01 003',
    '1130 01 003 ',
  ])('reads %j', (data) =>
    expect(parseCidData(data)).toMatchObject({
      qualifier: '1',
      code: '130',
      group: '01',
      number: '003',
    }),
  )
  it.each(['', '#1234|', '#1234|2130 01 003', '#1234|1130 01', 'Nri1/BA003'])(
    'refuses %j',
    (data) => expect(parseCidData(data)).toBeNull(),
  )
})

describe('signals', () => {
  it('are the same words for both tokens', () => {
    const [sia] = events('SIA-DCS', '#1234|Nri1/BA003')
    const [cid] = events('ADM-CID', '#1234|1130 01 003')
    expect(sia).toMatchObject({
      table: 'sia',
      code: 'BA',
      qualifier: 'new',
      partition: '1',
      zone: '003',
      user: null,
    })
    expect(cid).toMatchObject({
      table: 'cid',
      code: '130',
      qualifier: 'new',
      partition: '01',
      zone: '003',
      user: null,
    })
  })
  it('name a user where the code speaks of one', () => {
    expect(events('ADM-CID', '#1234|3401 01 012')[0]).toMatchObject({
      qualifier: 'restore',
      zone: null,
      user: '012',
    })
    expect(events('SIA-DCS', '#1234|Nri1/CL501')[0]).toMatchObject({ zone: null, user: '501' })
    expect(events('SIA-DCS', '#1234|Nri1id7/BA003')[0]).toMatchObject({ zone: '003', user: '7' })
  })
  it('name an area where the code speaks of one', () =>
    expect(events('SIA-DCS', '#1234|NCG2')[0]).toMatchObject({
      partition: '2',
      zone: null,
      user: null,
    }))
  it('take zeros for nothing named', () =>
    expect(events('ADM-CID', '#1234|1110 00 000')[0]).toMatchObject({
      partition: null,
      zone: null,
      user: null,
    }))
  it('say when a buffered event is old, and when a status is repeated', () => {
    expect(events('SIA-DCS', '#1234|Oti23:50/da11-21-26/BA003')[0]).toMatchObject({
      qualifier: 'old-new',
      occurredAt: Date.UTC(2026, 10, 21, 23, 50),
    })
    expect(events('ADM-CID', '#1234|6130 01 003')[0]).toMatchObject({ qualifier: 'status' })
  })
  it('place a time without a date next to the sending', () => {
    expect(events('SIA-DCS', '#1234|Nti23:59:30BA3')[0]?.occurredAt).toBe(
      Date.UTC(2026, 10, 21, 23, 59, 30),
    )
    expect(events('SIA-DCS', '#1234|Nti23:59:30BA3', { timestamp: null })[0]?.occurredAt).toBeNull()
    expect(events('SIA-DCS', '#1234|Nti29:59BA3')[0]?.occurredAt).toBeNull()
  })
  it.each([
    'Oti00:00:00/da01-01-70/BA3',
    'Oti25:61/da11-21-26/BA3',
    'Oti10:00/da31-12-26/BA3',
    'Nti29:59/BA3',
  ])('lose a time that cannot be, and say so, but never the alarm: %s', (data) =>
    expect(events('SIA-DCS', `#1234|${data}`)[0]).toMatchObject({
      code: 'BA',
      zone: '3',
      occurredAt: null,
      wrongDetails: [{ field: 'occurredAt', why: 'impossible' }],
    }),
  )
  it('keep the number of a peripheral, which has no field of its own', () => {
    expect(events('SIA-DCS', '#1234|Nri1/pi009/BA')[0]).toMatchObject({ text: 'pi 009' })
    expect(events('SIA-DCS', '#1234|Nri1/pi009/BA3^Hall^')[0]).toMatchObject({
      text: 'Hall · pi 009',
      zone: '3',
    })
    expect(events('SIA-DCS', '#1234|Nri1/pi000/BA3')[0]?.text).toBeNull()
  })
  it('say which account the data names, to be compared with the header', () =>
    expect(read('ADM-CID', '#9999|1130 01 003')).toMatchObject({ accountInData: '9999' }))
  it('are none in a poll', () =>
    expect(read('NULL', '')).toEqual({ kind: 'signals', accountInData: null, events: [] }))
  it('say why data cannot be read', () => {
    expect(read('SIA-DCS', 'hello')).toMatchObject({
      kind: 'unreadable',
      reason: 'unreadable-data',
    })
    expect(read('ADM-CID', '')).toMatchObject({ kind: 'unreadable', reason: 'unreadable-data' })
    expect(read('ACK', '')).toMatchObject({ kind: 'unreadable', reason: 'reply-token' })
  })
})
