import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signalSchema } from '../../../shared/signals/signal'
import { itemSchema } from './item'
import { centreSender, itemBytes, reportDigest, signalOf } from './item-signal'

const north = { id: 'north', name: 'Northern centre' }
const sender = centreSender(north, '10.0.0.7')
const burglary = { id: 'n-1', account: 'a1', table: 'cid', code: '130', qualifier: 'E' }
const asSignal = (raw: unknown, signalId = 's-1') =>
  signalOf(itemSchema.parse(raw), { sender, bytes: itemBytes(raw), signalId })

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
        const read = itemSchema.safeParse(raw)
        if (read.success) expect(() => signalSchema.parse(asSignal(raw))).not.toThrow()
        else expect(read.error.issues[0]?.message).toEqual(expect.any(String))
      }),
      { numRuns: 500 },
    )
  })

  it('names a test that reports a trouble as that trouble', () => {
    expect(asSignal({ ...burglary, code: '608' })).toMatchObject({ class: 'trouble', kind: 'technical', priority: 3 })
  })

  it('says who sent it from where, with an address of IPv6 in brackets', () => {
    expect(sender).toEqual({ channel: 'http', address: 'north', source: 'north@10.0.0.7' })
    expect(centreSender(north, '::1').source).toBe('north@[::1]')
  })

  it('is the same report when only its words differ, and another when anything else does', () => {
    const digest = reportDigest(asSignal(burglary))
    expect(reportDigest(asSignal({ ...burglary, text: 'Hall', note: 1 }, 's-2'))).toBe(digest)
    for (const change of [{ account: 'A2' }, { code: '131' }, { qualifier: 'R' }, { zone: 1 }, { occurredAt: 1e12 }])
      expect(reportDigest(asSignal({ ...burglary, ...change }))).not.toBe(digest)
  })
})
