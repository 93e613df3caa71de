import { describe, expect, it } from 'vitest'
import { metricsTokenOf } from './metrics-token'

const token = 'figures+of/the=hub'
const bearing = (authorization?: string) => ({
  headers: authorization === undefined ? {} : { authorization },
})

describe('The token for programs that collect figures', () => {
  it('fits when it is the whole token that was set, and not otherwise', () => {
    const fits = metricsTokenOf({ NAVBATCHI_METRICS_TOKEN: token })
    expect(fits(bearing(`Bearer ${token}`))).toBe(true)
    for (const other of [
      undefined,
      '',
      'Bearer ',
      token,
      `Bearer ${token}x`,
      `Bearer ${token.slice(1)}`,
      'Bearer x',
    ])
      expect(fits(bearing(other))).toBe(false)
  })
  it('is not set unless somebody sets it', () => {
    for (const env of [{}, { NAVBATCHI_METRICS_TOKEN: '' }])
      for (const given of [undefined, 'Bearer ', 'Bearer undefined'])
        expect(metricsTokenOf(env)(bearing(given))).toBe(false)
  })
  it.each([
    'fifteen-letters',
    'a token with spaces in it',
    'x'.repeat(201),
    'тайное-слово-из-букв',
  ])('is refused in words when it is short, long or cannot be sent: %s', (bad) => {
    expect(() => metricsTokenOf({ NAVBATCHI_METRICS_TOKEN: bad })).toThrow(
      'must have 16 to 200 characters',
    )
  })
})
