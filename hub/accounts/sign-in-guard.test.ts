import { describe, expect, it } from 'vitest'
import { usernameSchema } from '../../shared/accounts/username'
import type { KnownDesks } from './known-desks'
import { createSignInGuard } from './sign-in-guard'

function deskMemory(): KnownDesks {
  const known = new Set<string>()
  return {
    knows: (username, desk) => known.has(`${username} ${desk}`),
    remember: (username, desk) => void known.add(`${username} ${desk}`),
  }
}

function openGuard(desks = deskMemory()) {
  let now = 0
  const guard = createSignInGuard(() => now, desks)
  return {
    desks,
    begin: (name: string, from: string, deskKey?: string) =>
      guard.begin({ username: usernameSchema.parse(name), from, deskKey }),
    pass(ms: number) {
      now += ms
    },
  }
}

/** Somebody who guesses the officer's password from many places, four times from each. */
function guessed({ begin }: ReturnType<typeof openGuard>, times: number) {
  for (let at = 0; at < times; at += 1) begin('officer', `place-${Math.floor(at / 4)}`)
}
const key = 'k'.repeat(43)
const tooMany = 'Too many wrong passwords; try again in 60 s'

describe('Wrong passwords', () => {
  it('for one name from one place are looked at five times a minute, and shut nobody else out', () => {
    const guard = openGuard()
    const refusals = Array.from({ length: 6 }, () => guard.begin('Officer ', 'stranger').refusal)
    expect(refusals).toEqual([null, null, null, null, null, tooMany])
    expect(guard.begin('officer', 'desk-1')).toMatchObject({ refusal: null, delay: 0 })
    guard.pass(60_000)
    expect(guard.begin('officer', 'stranger').refusal).toBeNull()
  })

  it('for many names from one place are looked at twenty times a minute', () => {
    const { begin } = openGuard()
    const refused = Array.from(
      { length: 25 },
      (_, at) => begin(`name-${at}`, 'stranger').refusal,
    ).filter(Boolean)
    expect(refused).toHaveLength(5)
  })

  it('for one name from many places shut out strangers, and only slow down the address its owner has used', () => {
    const guard = openGuard()
    guard.begin('officer', 'desk-1').succeed()
    guessed(guard, 50)
    expect(guard.begin('officer', 'place-99').refusal).toContain('Too many wrong passwords')
    expect(guard.begin('officer', 'desk-1')).toMatchObject({ refusal: null, delay: 3_000 })
    expect(guard.begin('supervisor', 'desk-1')).toMatchObject({ refusal: null, delay: 0 })
  })

  it('are forgotten at a desk once the right one was given', () => {
    const { begin } = openGuard()
    for (let at = 0; at < 4; at += 1) begin('officer', 'desk-1')
    begin('officer', 'desk-1').succeed()
    expect(begin('officer', 'desk-1').refusal).toBeNull()
  })

  it('that were not looked at, since too many waited, are no guesses', () => {
    const { begin } = openGuard()
    for (let at = 0; at < 20; at += 1) begin('officer', 'desk-1').withdraw()
    expect(begin('officer', 'desk-1').refusal).toBeNull()
  })
})

describe('A desk known by its key', () => {
  it('is neither shut out nor slowed by guesses from its own address, also after a restart of the hub', () => {
    const before = openGuard()
    before.begin('officer', 'proxy', key).succeed()
    const guard = openGuard(before.desks)
    for (let at = 0; at < 100; at += 1) guard.begin('officer', 'proxy')
    guessed(guard, 60)
    expect(guard.begin('officer', 'proxy').refusal).toBe(tooMany)
    expect(guard.begin('officer', 'proxy', key)).toMatchObject({
      refusal: null,
      delay: 0,
      standing: 'known-desk',
    })
  })

  it('has five tries a minute of its own', () => {
    const { begin } = openGuard()
    begin('officer', 'proxy', key).succeed()
    const refusals = Array.from({ length: 6 }, () => begin('officer', 'proxy', key).refusal)
    expect(refusals).toEqual([null, null, null, null, null, tooMany])
  })

  it('is known of who has signed in there and of nobody else', () => {
    const { begin } = openGuard()
    begin('officer', 'proxy', key).succeed()
    expect(begin('supervisor', 'elsewhere', key).standing).toBe('stranger')
    expect(begin('officer', 'elsewhere', 'x'.repeat(43)).standing).toBe('stranger')
  })
})
