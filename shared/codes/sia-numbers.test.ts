import { describe, expect, it } from 'vitest'
import { siaNumbers } from './sia-numbers'
import { siaRows } from './tables'

const none = { area: null, user: null }

describe('The number behind a SIA code', () => {
  it.each([
    ['NL', '501', { area: '1', user: null }, { partition: '1', zone: null, user: '501' }],
    ['NP', '501', { area: '1', user: null }, { partition: '1', zone: null, user: '501' }],
    ['ND', '502', { area: '1', user: null }, { partition: '1', zone: null, user: '502' }],
    ['BV', '7', { area: '1', user: null }, { partition: '1', zone: '7', user: null }],
    ['NL', '501', { area: '1', user: '3' }, { partition: '1', zone: '501', user: '3' }],
    ['CL', '501', { area: '1', user: '3' }, { partition: '1', zone: '501', user: '3' }],
    ['CG', '2', none, { partition: '2', zone: null, user: null }],
    ['CG', '02', { area: '2', user: null }, { partition: '2', zone: null, user: null }],
    ['BA', '3', { area: '1', user: '7' }, { partition: '1', zone: '3', user: '7' }],
  ] as const)('of %s %s beside %o is kept', (code, number, said, kept) =>
    expect(siaNumbers(code, number, said)).toEqual(kept),
  )
  it('is lost with no code of the table, whatever else is said', () => {
    for (const code of siaRows.keys())
      for (const said of [
        none,
        { area: '1', user: null },
        { area: '1', user: '2' },
        { area: null, user: '2' },
      ])
        expect(Object.values(siaNumbers(code, '987', said))).toContain('987')
  })
})
