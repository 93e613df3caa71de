import { describe, expect, it } from 'vitest'
import { site } from '../testing/builders'
import { zoneName, zoneNumber } from './zone-of'

describe('a zone as a panel sends it', () => {
  it('is written without the zeros a panel fills it with', () =>
    expect(['005', '5', '0', '000', '010', ''].map(zoneNumber)).toEqual([
      '5',
      '5',
      '0',
      '0',
      '10',
      '',
    ]))

  it('has the name the site gives that number', () => {
    const bank = site('site-1', { zones: [{ number: '05', name: 'Vault' }] })
    expect([
      zoneName(bank, '005'),
      zoneName(bank, '5'),
      zoneName(bank, '50'),
      zoneName(undefined, '5'),
    ]).toEqual(['Vault', 'Vault', null, null])
  })
})
