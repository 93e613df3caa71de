import { describe, expect, it } from 'vitest'
import type { LinkState } from '../../shared/ipc/contract'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { embeddedHub } from './embedded-hub'
import type { Child } from './keep-running'
import type { Target } from './link/hub-link'
import { silentLog } from './log'

const ready = { ready: true, http: 'http://127.0.0.1:7410', dc09: { tcp: 7411, udp: 7411 }, token: 'token-1' }

function embedded() {
  const clock = createManualClock()
  const steps: (Target | LinkState)[] = []
  const starts: { readonly http: number; readonly dc09: number }[] = []
  const failures: string[] = []
  const process = { say: (_message: unknown) => {}, die: (_code: number) => {}, ended: false }
  const start = (ports: { readonly http: number; readonly dc09: number }): Child => {
    starts.push(ports)
    return {
      onMessage: (listener) => {
        process.say = listener
      },
      onExit: (listener) => {
        process.die = listener
      },
      post: () => {},
      end: () => {
        process.ended = true
      },
      kill: () => {},
    }
  }
  const source = embeddedHub({
    clock,
    log: silentLog,
    steering: { connect: (target) => steps.push(target), disconnect: (state) => steps.push(state) },
    start,
    ports: { http: 0, dc09: 0 },
    onReady: () => {},
    onFailed: (text) => failures.push(text),
  })
  source.start()
  return { clock, steps, starts, failures, process, source }
}

describe('the hub of a console', () => {
  it('is connected to with the token it gives', () => {
    const { process, steps } = embedded()
    process.say(ready)
    expect(steps).toMatchObject([{ phase: 'starting' }, { url: 'http://127.0.0.1:7410', token: 'token-1' }])
  })
  it('is said to be lost when it dies, and comes back on the ports the panels know', () => {
    const { clock, process, steps, starts } = embedded()
    process.say(ready)
    process.die(139)
    expect(steps.at(-1)).toMatchObject({ phase: 'lost', text: expect.stringContaining('started again') })
    clock.advance(1_000)
    expect(starts).toEqual([
      { http: 0, dc09: 0 },
      { http: 7410, dc09: 7411 },
    ])
    process.say({ ...ready, token: 'token-2' })
    expect(steps.at(-1)).toMatchObject({ token: 'token-2' })
  })
  it('says in its own words why it cannot work, and is tried again', () => {
    const { clock, process, steps, starts, failures } = embedded()
    process.say({ failed: 'Port 7411 is in use' })
    process.die(1)
    expect(failures).toEqual(['Port 7411 is in use'])
    expect(steps.at(-1)).toMatchObject({ phase: 'failed', text: 'Port 7411 is in use' })
    clock.advance(1_000)
    expect(starts).toHaveLength(2)
  })
  it('is started again for a new session when the old one has ended', () => {
    const { process, source } = embedded()
    process.say(ready)
    source.tokenRefused('This session has ended')
    expect(process.ended).toBe(true)
  })
})
