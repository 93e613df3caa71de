import { describe, expect, it } from 'vitest'
import { site } from '../testing/builders'
import { accountOf, isSameAccount, siteOf } from './account'

describe('An account', () => {
  it('is known in upper case, and with the zeros in front of it, which tell two accounts apart', () => {
    expect(['12ab', '0012', '12'].map(accountOf)).toEqual(['12AB', '0012', '12'])
  })
  it('is the same in a header and in its data, whatever zeros and letters either is written with', () => {
    expect(isSameAccount('012ab', '12AB')).toBe(true)
    expect(isSameAccount('000', '')).toBe(true)
    expect(isSameAccount('120', '12')).toBe(false)
  })
  it('leads to its site, and to none when nobody knows it or its site is gone', () => {
    const school = site('school', { account: '12AB' })
    const register = {
      accounts: new Map([
        ['12AB', 'school'],
        ['0002', 'gone'],
      ]),
      sites: new Map([['school', school]]),
    }
    expect(siteOf(register, '12AB')).toBe(school)
    expect([siteOf(register, '0002'), siteOf(register, '12')]).toEqual([undefined, undefined])
  })
})
