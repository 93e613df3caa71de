import { describe, expect, it } from 'vitest'
import { hubSignal } from '../codes/hub-codes'
import { site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'

const silent = (account: string, siteId: string) =>
  ({
    type: 'signal-received',
    data: {
      ...hubSignal('SILENT', { signalId: `silent-${account}`, account, over: false }),
      siteId,
    },
  }) as const
const known = [
  sites(site('site-1', { account: 'A1' }), site('site-2', { account: 'A2' })),
  silent('A1', 'site-1'),
]
const missingIn = (...past: Parameters<typeof roomOf>) => [...roomOf(...past).missing.keys()]

describe('What is missing of an account', () => {
  it('stands while other sites, and its own, are registered anew', () =>
    expect(
      missingIn(...known, sites(site('site-1', { account: 'A1', name: 'New' }), site('site-3'))),
    ).toEqual(['A1|SILENT']))
  it('is waited for no more when the account belongs to no site, or to another', () => {
    expect(missingIn(...known, sites(site('site-1', { account: 'B1' })))).toEqual([])
    expect(
      missingIn(
        ...known,
        sites(site('site-1', { account: 'A2' }), site('site-2', { account: 'A1' })),
      ),
    ).toEqual([])
  })
})
