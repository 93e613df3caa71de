import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { createSignInGuard } from './sign-in-guard'

/** Somebody who guesses the officer's password from many places, four times from each. */
function guessed(guard: ReturnType<typeof createSignInGuard>, times: number) {
  for (let at = 0; at < times; at += 1) guard.begin('officer', `place-${Math.floor(at / 4)}`)
}

describe('Wrong passwords', () => {
  it('for one name from one place are looked at five times a minute, and shut nobody else out', () => {
    const clock = createManualClock()
    const guard = createSignInGuard(clock)
    const refusals = Array.from({ length: 6 }, () => guard.begin('Officer ', 'stranger').refusal)
    expect(refusals).toEqual([null, null, null, null, null, 'Too many wrong passwords; try again in 60 s'])
    expect(guard.begin('officer', 'desk-1')).toMatchObject({ refusal: null, delay: 0 })
    clock.advance(60_000)
    expect(guard.begin('officer', 'stranger').refusal).toBeNull()
  })

  it('for many names from one place are looked at twenty times a minute', () => {
    const guard = createSignInGuard(createManualClock())
    const refused = Array.from({ length: 25 }, (_, at) => guard.begin(`name-${at}`, 'stranger').refusal).filter(Boolean)
    expect(refused).toHaveLength(5)
  })

  it('for one name from many places shut out strangers, and only slow down the desk its owner has used', () => {
    const guard = createSignInGuard(createManualClock())
    guard.begin('officer', 'desk-1').succeed()
    guessed(guard, 50)
    expect(guard.begin('officer', 'place-99').refusal).toContain('Too many wrong passwords')
    expect(guard.begin('officer', 'desk-1')).toMatchObject({ refusal: null, delay: 3_000 })
    expect(guard.begin('supervisor', 'desk-1')).toMatchObject({ refusal: null, delay: 0 })
  })

  it('are forgotten at a desk once the right one was given', () => {
    const guard = createSignInGuard(createManualClock())
    for (let at = 0; at < 4; at += 1) guard.begin('officer', 'desk-1')
    guard.begin('officer', 'desk-1').succeed()
    expect(guard.begin('officer', 'desk-1').refusal).toBeNull()
  })
})
