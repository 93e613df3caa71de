import { describe, expect, it } from 'vitest'
import { classify } from './classify'
import { cidRows, siaRows } from './tables'

const cid = (code: string, qualifier: 'new' | 'restore' | 'status' = 'new') =>
  classify({ table: 'cid', code, qualifier })
const sia = (code: string) => classify({ table: 'sia', code, qualifier: 'new' })

describe('every code of the tables', () => {
  it.each([...cidRows.keys()].map((code) => [code]))(
    'Contact ID %s has a kind and a class',
    (code) => {
      for (const qualifier of ['new', 'restore', 'status'] as const) {
        expect(cid(code, qualifier).kind).not.toBe('unknown')
        expect(cid(code, qualifier).class).not.toBe('unknown')
        expect(cid(code, qualifier).meaning).not.toMatch(/\([13]\).*: over/)
      }
    },
  )
  it.each([...siaRows].map(([code, row]) => [code, row.category]))(
    'SIA %s has a kind and a class',
    (code, category) => {
      expect(sia(code).class).not.toBe('unknown')
      if (category !== 'any') expect(sia(code).kind).not.toBe('unknown')
    },
  )
  it('tests never become an alarm or its restoral, unless they say that something is wrong', () => {
    const wrong = ['608', 'RY']
    const expected = (code: string) => (wrong.includes(code) ? 'trouble' : 'test')
    for (const [code, row] of cidRows)
      if (row.class === 'test') expect(cid(code, 'restore').class).toBe(expected(code))
    for (const [code, row] of siaRows)
      if (row.class === 'test') expect(sia(code).class).toBe(expected(code))
  })
  it('what the tables call an alarm is one, of priority 1 to 3', () => {
    for (const [code, row] of cidRows)
      if (row.class === 'alarm')
        expect([cid(code).class, cid(code).priority < 4]).toEqual(['alarm', true])
    for (const [code, row] of siaRows)
      if (row.class === 'alarm')
        expect([sia(code).class, sia(code).priority < 4]).toEqual(['alarm', true])
  })
})

describe('causes', () => {
  it.each([
    ['122', 'hold-up', 1],
    ['121', 'duress', 1],
    ['120', 'panic', 1],
    ['100', 'medical', 1],
    ['110', 'fire', 1],
    ['151', 'gas', 1],
    ['130', 'burglary', 2],
    ['423', 'burglary', 2],
    ['137', 'tamper', 3],
    ['154', 'technical', 3],
  ] as const)('Contact ID %s is %s of priority %i', (code, kind, priority) =>
    expect(cid(code)).toMatchObject({ kind, priority, class: 'alarm' }),
  )
  it.each([
    ['HA', 'hold-up', 1],
    ['PA', 'panic', 1],
    ['QA', 'panic', 1],
    ['MA', 'medical', 1],
    ['FA', 'fire', 1],
    ['KA', 'fire', 1],
    ['SA', 'fire', 1],
    ['GA', 'gas', 1],
    ['BA', 'burglary', 2],
    ['DF', 'burglary', 2],
    ['TA', 'tamper', 3],
    ['WA', 'technical', 3],
  ] as const)('SIA %s is %s of priority %i', (code, kind, priority) =>
    expect(sia(code)).toMatchObject({ kind, priority, class: 'alarm' }),
  )
  it.each([
    ['301', 'power'],
    ['350', 'communication'],
    ['373', 'technical'],
  ] as const)('Contact ID %s is a trouble: %s', (code, kind) =>
    expect(cid(code)).toMatchObject({ kind, class: 'trouble', priority: 3 }),
  )
  it('a fault of a fire detector does not join a fire', () => {
    expect(sia('FT')).toMatchObject({ kind: 'technical', class: 'trouble' })
    expect(sia('FJ')).toMatchObject({ class: 'restore', kind: 'technical' })
  })
})

describe('restorals', () => {
  it.each([
    ['BR', 'burglary'],
    ['BH', 'burglary'],
    ['FR', 'fire'],
    ['FH', 'fire'],
    ['HR', 'hold-up'],
    ['PH', 'panic'],
    ['AR', 'power'],
    ['YR', 'power'],
    ['LR', 'communication'],
    ['TR', 'tamper'],
    ['BU', 'bypass'],
    ['DR', 'burglary'],
  ])('SIA %s ends %s', (code, kind) => expect(sia(code)).toMatchObject({ class: 'restore', kind }))
  it('in Contact ID are the code with qualifier 3', () =>
    expect(cid('130', 'restore')).toMatchObject({
      kind: 'burglary',
      class: 'restore',
      priority: 4,
      meaning: 'Burglary, zone type not stated: over',
    }))
  it('a cancel names the cause it withdraws, or unknown when it may be any', () => {
    expect(sia('BC')).toMatchObject({ class: 'cancel', kind: 'burglary' })
    expect(sia('AB')).toMatchObject({ class: 'cancel', kind: 'unknown' })
    expect(cid('406')).toMatchObject({ class: 'cancel' })
  })
})

describe('what Contact ID says is still present', () => {
  it('is what it was when it was new, since the first report may be lost', () => {
    expect(cid('110', 'status')).toMatchObject({
      kind: 'fire',
      class: 'alarm',
      priority: 1,
      meaning: 'Fire detected, type not stated: still present',
    })
    expect(cid('301', 'status')).toMatchObject({ kind: 'power', class: 'trouble', priority: 3 })
    expect(cid('454', 'status')).toMatchObject({ kind: 'closing', class: 'trouble' })
  })
  it('is no second opening or closing', () => expect(cid('401', 'status').class).toBe('status'))
})

describe('openings and closings', () => {
  it('swap the qualifiers in Contact ID', () => {
    expect(cid('401')).toMatchObject({
      kind: 'opening',
      class: 'opening',
      meaning: 'Disarmed by a user',
    })
    expect(cid('401', 'restore')).toMatchObject({
      kind: 'closing',
      class: 'closing',
      meaning: 'Armed by a user',
    })
  })
  it('have codes of their own in SIA', () => {
    expect(sia('OP')).toMatchObject({ class: 'opening' })
    expect(sia('CL')).toMatchObject({ class: 'closing' })
  })
  it.each(['453', '454', '455'])(
    'Contact ID %s says that one did not happen, with either qualifier',
    (code) => {
      expect(cid(code).class).toBe('trouble')
      expect(cid(code, 'restore').class).toBe('trouble')
    },
  )
  it('whose qualifier and code disagree, as a partial arming sent as an opening, flip no site', () => {
    expect(cid('456')).toMatchObject({
      class: 'status',
      priority: 3,
      meaning: 'Partial arming, sent as an opening: it is not clear which',
    })
    expect(cid('456', 'restore')).toMatchObject({ class: 'closing', meaning: 'Partially armed' })
    expect(cid('456', 'status').class).toBe('status')
  })
  it('being late to arm is not arming', () =>
    expect(cid('404', 'restore')).toMatchObject({
      kind: 'closing',
      class: 'trouble',
      meaning: 'Late to arm',
    }))
})

describe('what is in no table', () => {
  it.each([['999'], ['constructor'], ['']])(
    'code %j is unknown and still to be looked at',
    (code) => expect(cid(code)).toMatchObject({ kind: 'unknown', class: 'unknown', priority: 2 }),
  )
  it('a test that says something is wrong says so', () => {
    expect(cid('608')).toMatchObject({ class: 'trouble', kind: 'technical', priority: 3 })
    expect(cid('602')).toMatchObject({ class: 'test' })
  })
})
