import { describe, expect, it } from 'vitest'
import { createPasswordHasher, TooBusy } from './password-hash'

/** A hasher whose work ends when the test says so. */
function heldHasher() {
  const begun: { readonly password: string; readonly end: () => void }[] = []
  const hasher = createPasswordHasher({
    hash: async () => '',
    verify: (_stored, password) =>
      new Promise((done) => {
        begun.push({ password, end: () => done(true) })
      }),
  })
  return { hasher, begun }
}

describe('The queue for passwords', () => {
  it('lets a known desk go before all strangers who wait, and has a place for it when theirs are full', async () => {
    const { hasher, begun } = heldHasher()
    const flood = Array.from({ length: 40 }, () => hasher.matches('guess', 'hash', 'stranger'))
    const outcomes = Promise.allSettled(flood)
    const officer = hasher.matches('right', 'hash', 'known-desk')
    begun[0]?.end()
    await flood[0]
    expect(begun.map(({ password }) => password)).toEqual(['guess', 'guess', 'right'])
    begun[2]?.end()
    expect(await officer).toBe(true)
    for (let at = 1; at < 32; at += 1) {
      begun.filter((_, place) => place !== 0 && place !== 2).forEach(({ end }) => void end())
      await new Promise((resume) => setImmediate(resume))
    }
    const refused = (await outcomes).filter((outcome) => outcome.status === 'rejected')
    expect(refused.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 8 }, () => expect.any(TooBusy)),
    )
  })
})
