import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { officer, raised, site, sites } from '../testing/builders'
import { canonical } from './canonical'
import { chainFault } from './chain'
import { genesisHash } from './entry'
import { record } from './recorder'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const start = { seq: 0, hash: genesisHash }
const stamp = { by: officer, at: 5_000, notBefore: 0, cause: 'c1' }
const entries = record([sites(site('site-1')), raised('a1'), raised('a2')], stamp, start, sha256)

describe('the canonical form', () => {
  it('does not depend on the order in which members were written', () =>
    expect(canonical({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    ))
  it('leaves out members without a value', () =>
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}'))
  it('escapes as JSON does, NUL included', () =>
    expect(canonical('\u0000"ў')).toBe('"\\u0000\\"ў"'))
})

describe('the chain of entries', () => {
  it('holds for what was recorded', () => expect(chainFault(entries, start, sha256)).toBeNull())
  it('names the first entry that was changed', () => {
    const changed = entries.map((entry) =>
      entry.seq === 2 ? { ...entry, at: entry.at + 1 } : entry,
    )
    expect(chainFault(changed, start, sha256)?.seq).toBe(2)
  })
  it('names the entry that is missing', () =>
    expect(chainFault(entries.toSpliced(1, 1), start, sha256)).toMatchObject({
      seq: 2,
      reason: { code: 'chain-gap', text: expect.stringContaining('missing') },
    }))
  it('never goes back in time when the clock is set back', () => {
    const last = entries.at(-1)
    if (!last) throw new Error('nothing recorded')
    const [later] = record(
      [raised('a3')],
      { ...stamp, at: 1_000, notBefore: last.at },
      last,
      sha256,
    )
    expect(later?.at).toBe(5_000)
  })
})
