import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDetail } from '../../../shared/signals/detail-codes'
import { signalSchema } from '../../../shared/signals/signal'
import { idSentence } from './item-id'
import { centreSender, itemBytes, reportDigest, signalOf } from './item-signal'
import { type Item, readItem } from './read-item'

const north = { id: 'north', name: 'Northern centre' }
const sender = centreSender(north, '10.0.0.7')
const burglary = { id: 'n-1', account: 'a1', table: 'cid', code: '130', qualifier: 'E' }
const now = Date.UTC(2026, 0, 1)
const read = (raw: unknown): Item => {
  const item = readItem(raw, now)
  if ('refused' in item) throw new Error(item.refused)
  return item
}
const asSignal = (raw: unknown, signalId = 's-1') =>
  signalOf(read(raw), { sender, bytes: itemBytes(raw), signalId })

describe('An item', () => {
  it('of any content is read or refused, and what is read fits the journal', () => {
    const loose = fc.record(
      {
        id: fc.oneof(fc.string(), fc.constant('n-1')),
        account: fc.oneof(fc.string(), fc.constant('00aF')),
        table: fc.constantFrom('cid', 'sia', 'CID'),
        code: fc.oneof(fc.constantFrom('130', 'BA', 'ZZ', '999', '608'), fc.string(), fc.integer()),
        qualifier: fc.constantFrom('new', 'restore', 'status', 'E', 'R', 'P', null, undefined),
        zone: fc.oneof(fc.nat(), fc.string(), fc.double(), fc.constant(null)),
        text: fc.string({ unit: 'binary', maxLength: 700 }),
        occurredAt: fc.oneof(
          fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
          fc.double(),
          fc.string(),
        ),
        position: fc.option(fc.record({ lon: fc.double(), lat: fc.double() })),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(loose, fc.jsonValue()), (raw) => {
        const item = readItem(raw, now)
        if ('refused' in item) {
          expect(item.refused).toEqual(expect.any(String))
          expect([item.refused, readDetail(item.refused)]).not.toContain(null)
        } else expect(() => signalSchema.parse(asSignal(raw))).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    null,
    'no object',
    [],
    {},
    { ...burglary, account: '' },
    { ...burglary, account: 'ZZ' },
    { ...burglary, account: 2 ** 53 },
    { ...burglary, account: [] },
    { ...burglary, table: 'xml' },
    { ...burglary, table: 7 },
    { ...burglary, code: null },
    { ...burglary, code: '13' },
    { ...burglary, table: 'sia' },
  ])('that makes no sense is told to the officer by a code the screen has words for: %j', (raw) => {
    const item = readItem(raw, now)
    const refused = 'refused' in item ? item.refused : ''
    expect([refused, readDetail(refused)]).toEqual([refused, [expect.anything()]])
  })
  it.each([{}, { id: null }, { id: '' }, { id: [] }, null])(
    'without an id of its own is told so by such a code too: %j',
    (raw) => expect(readDetail(idSentence(raw))).toEqual([expect.anything()]),
  )

  it.each([
    [{ table: 'CID' }, { table: 'cid' }],
    [
      { table: ' Sia', code: 'ba' },
      { table: 'sia', code: 'BA' },
    ],
    [{ account: 1234 }, { account: '1234' }],
  ])('is read whatever the case of its words, and with a number for its account: %j', (said, is) =>
    expect(read({ ...burglary, ...said })).toMatchObject(is),
  )

  it.each([2 ** 53, -1, 12.5, 1e21])('is of no account that a number has altered: %s', (account) =>
    expect(readItem({ ...burglary, account }, now)).toHaveProperty('refused'),
  )

  it('names a test that reports a trouble as that trouble', () => {
    expect(asSignal({ ...burglary, code: '608' })).toMatchObject({
      class: 'trouble',
      kind: 'technical',
      priority: 3,
    })
  })

  it('says who sent it from where, with an address of IPv6 in brackets', () => {
    expect(sender).toEqual({ channel: 'http', address: 'north', source: 'north@10.0.0.7' })
    expect(centreSender(north, '::1').source).toBe('north@[::1]')
  })

  it('is the same report when only its words differ, and another when anything else does', () => {
    const digest = reportDigest(asSignal(burglary))
    expect(reportDigest(asSignal({ ...burglary, text: 'Hall', note: 1 }, 's-2'))).toBe(digest)
    for (const change of [
      { account: 'A2' },
      { code: '131' },
      { qualifier: 'R' },
      { zone: 1 },
      { occurredAt: 1e12 },
    ])
      expect(reportDigest(asSignal({ ...burglary, ...change }))).not.toBe(digest)
  })
})

describe('A wrong detail of an item', () => {
  const wrong = (change: object) => {
    const { wrongDetails = [], ...signal } = asSignal({ ...burglary, zone: '3', ...change })
    return {
      signal,
      told: wrongDetails.map(({ field, why }) => `${field} ${why}`),
      sent: wrongDetails[0]?.sent,
    }
  }

  it('never costs the event, and is named with why', () => {
    const cases: [object, string][] = [
      [{ occurredAt: '1970-01-01T00:00:00Z' }, 'occurredAt clock-not-set'],
      [{ occurredAt: '0001-01-01T00:00:00Z' }, 'occurredAt clock-not-set'],
      [{ occurredAt: -62_135_596_800_000 }, 'occurredAt clock-not-set'],
      [{ occurredAt: 0 }, 'occurredAt clock-not-set'],
      [{ occurredAt: 1_714_511_650 }, 'occurredAt clock-not-set'],
      [{ occurredAt: '9999-12-31T23:59:59.9999999Z' }, 'occurredAt impossible'],
      [{ occurredAt: now + 48 * 3_600_000 }, 'occurredAt impossible'],
      [{ occurredAt: 1e300 }, 'occurredAt impossible'],
      [{ occurredAt: '1714511650000' }, 'occurredAt not-understood'],
      [{ occurredAt: '2024-05-01T02:14:07' }, 'occurredAt not-understood'],
      [{ occurredAt: 'Wed, 01 May 2024 02:14:07 +0500' }, 'occurredAt not-understood'],
      [{ occurredAt: 'yesterday' }, 'occurredAt not-understood'],
      [{ occurredAt: { $date: 1 } }, 'occurredAt not-understood'],
      [{ user: 'Иванов' }, 'user not-understood'],
      [{ user: '123456789012' }, 'user too-long'],
      [{ zone: 'Kitchen door' }, 'zone not-understood'],
      [{ zone: ['3'] }, 'zone not-understood'],
      [{ partition: -1 }, 'partition not-understood'],
      [{ partition: true }, 'partition not-understood'],
      [{ position: { lon: 200, lat: 1 } }, 'position impossible'],
      [{ position: { lon: 0, lat: 0 } }, 'position impossible'],
      [{ position: '38.8, 65.7' }, 'position not-understood'],
      [{ position: { lon: '65.7', lat: '38.8' } }, 'position not-understood'],
      [{ verification: 'see the film' }, 'verification not-understood'],
      [{ verification: `https://v/${'x'.repeat(2_000)}` }, 'verification too-long'],
      [{ verification: 7 }, 'verification not-understood'],
      [{ text: 'x'.repeat(501) }, 'text too-long'],
      [{ text: { en: 'Hall' } }, 'text not-understood'],
      [{ qualifier: 'raised' }, 'qualifier not-understood'],
    ]
    for (const [change, expected] of cases) {
      const { signal, told } = wrong(change)
      expect([change, told]).toEqual([change, [expected]])
      expect(signal).toMatchObject({
        class: 'alarm',
        kind: 'burglary',
        account: 'A1',
        code: '130',
        qualifier: 'new',
      })
    }
  })

  it('leaves the others as they are, several at once', () => {
    const { signal, told } = wrong({
      zone: '3',
      user: 'Иванов Пётр',
      occurredAt: 0,
      position: 'here',
      text: 'Hall',
    })
    expect(told).toEqual([
      'user not-understood',
      'occurredAt clock-not-set',
      'position not-understood',
    ])
    expect(signal).toMatchObject({ zone: '3', text: 'Hall', user: null, occurredAt: null })
  })

  it('keeps the words that were sent, and is none when nothing was', () => {
    expect(wrong({ zone: 'Kitchen door' }).sent).toBe('Kitchen door')
    for (const nothing of [null, undefined, ''])
      for (const field of [
        'zone',
        'user',
        'partition',
        'position',
        'occurredAt',
        'text',
        'verification',
      ])
        expect(wrong({ [field]: nothing }).told).toEqual([])
    expect(wrong({ extra: { deep: [1] }, position: null }).told).toEqual([])
  })

  it('that leaves open whether something began or ended raises the alarm, and flips no site', () => {
    expect(asSignal({ ...burglary, qualifier: undefined })).toMatchObject({ class: 'alarm' })
    expect(asSignal({ ...burglary, code: '401', qualifier: undefined })).toMatchObject({
      class: 'status',
    })
    const sia = asSignal({ ...burglary, table: 'sia', code: 'BA', qualifier: 'restore' })
    expect(sia).toMatchObject({
      class: 'alarm',
      wrongDetails: [{ field: 'qualifier', why: 'impossible' }],
    })
  })

  it('tells two reports under one id apart', () => {
    const of = (zone: string) => reportDigest(asSignal({ ...burglary, zone }))
    expect(of('Kitchen door')).not.toBe(of('Vault'))
    expect(of('Kitchen door')).toBe(of('Kitchen door'))
  })
})
