import { describe, expect, it } from 'vitest'
import { createPace } from './pace'

function stage() {
  let now = 0
  let acted = 0
  const waiting: { at: number; call: () => void }[] = []
  const pace = createPace(
    500,
    {
      now: () => now,
      after(ms, call) {
        const one = { at: now + ms, call }
        waiting.push(one)
        return () => void waiting.splice(waiting.indexOf(one), 1)
      },
    },
    () => {
      acted += 1
    },
  )
  const pass = (ms: number) => {
    now += ms
    for (const { call } of waiting.filter(({ at }) => at <= now)) call()
    for (const [n, { at }] of [...waiting.entries()].reverse()) if (at <= now) waiting.splice(n, 1)
  }
  return { pace, pass, acted: () => acted }
}

describe('a pace', () => {
  it('acts at once when it is wanted first', () => {
    const { pace, acted } = stage()
    pace.want()
    expect(acted()).toBe(1)
  })

  it('acts once for all that is wanted during its rest, when the rest is over', () => {
    const { pace, pass, acted } = stage()
    pace.want()
    pass(100)
    pace.want()
    pace.want()
    expect(acted()).toBe(1)
    pass(400)
    expect(acted()).toBe(2)
    pass(2_000)
    expect(acted()).toBe(2)
  })

  it('acts at once again when it has rested', () => {
    const { pace, pass, acted } = stage()
    pace.want()
    pass(500)
    pace.want()
    expect(acted()).toBe(2)
  })

  it('does nothing after it was stopped', () => {
    const { pace, pass, acted } = stage()
    pace.want()
    pace.want()
    pace.stop()
    pass(1_000)
    expect(acted()).toBe(1)
  })
})
