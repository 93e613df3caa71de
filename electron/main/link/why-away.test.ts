import { describe, expect, it } from 'vitest'
import { awayBy, looksLikeHub } from './why-away'

const coded = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code })

describe('why a hub is away', () => {
  it.each([
    [coded('ECONNREFUSED'), 'refused'],
    [new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), 'refused'],
    [new Error('fetch failed', { cause: coded('ECONNREFUSED') }), 'refused'],
    [coded('ENOTFOUND'), 'no-such-host'],
    [coded('EHOSTUNREACH'), 'no-answer'],
    [coded('ABORT_ERR', new DOMException('late', 'TimeoutError')), 'no-answer'],
    [coded('EPROTO'), 'another-program'],
    [coded('HPE_INVALID_CONSTANT'), 'another-program'],
    [coded('ECONNRESET'), 'broken-off'],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'not-trusted'],
    [coded('EWHATEVER'), 'other'],
    ['a word', 'other'],
  ] as const)('is told by what the system says: %s is %s', (error, why) => {
    expect(awayBy(error)).toBe(why)
  })
  it('is never that it is unwell: a hub that cannot store answers as a hub', () => {
    expect(
      looksLikeHub({ status: 'failing', seq: 3, error: 'storage', message: 'disk full' }),
    ).toBe(true)
    expect(looksLikeHub({ status: 'ok' })).toBe(false)
    expect(looksLikeHub(undefined)).toBe(false)
  })
})
