import { describe, expect, it } from 'vitest'
import type { LinkState } from '../../shared/ipc/contract'
import { sentence } from '../../shared/lang/decision'
import { createManualClock } from '../../shared/timeline/manual-clock'
import { embeddedHub } from './embedded-hub'
import { createHeadStart, type HeadStart } from './head-start'
import type { Child } from './keep-running'
import type { HubAnswer } from './link/ask-hub'
import type { Target } from './link/hub-link'
import { silentLog } from './log'

const ready = {
  ready: true,
  http: 'http://127.0.0.1:7410',
  dc09: { tcp: 7411, udp: 7411 },
  token: 'token-1',
}

function embedded(headStart?: HeadStart) {
  const clock = createManualClock()
  const steps: (Target | LinkState)[] = []
  const starts: { readonly http: number; readonly dc09: number }[] = []
  const failures: string[] = []
  const asked: unknown[] = []
  const answers: HubAnswer[] = []
  const process = {
    say: (_message: unknown) => {},
    die: (_code: number) => {},
    ended: 0,
    posted: [] as unknown[],
  }
  const start = (ports: { readonly http: number; readonly dc09: number }): Child => {
    starts.push(ports)
    return {
      onMessage: (listener) => {
        process.say = listener
      },
      onExit: (listener) => {
        process.die = listener
      },
      post: (message) => void process.posted.push(message),
      end: () => {
        process.ended += 1
      },
      kill: () => {},
    }
  }
  const source = embeddedHub({
    clock,
    log: silentLog,
    steering: { connect: (target) => steps.push(target), disconnect: (state) => steps.push(state) },
    start,
    headStart,
    desk: 'desk-3',
    async ask(url, { method, body, token }) {
      asked.push({ path: url.pathname, method, body, token })
      return answers.shift() ?? { ok: true, status: 204, body: undefined }
    },
    ports: { http: 0, dc09: 0 },
    onReady: () => {},
    onFailed: (text) => failures.push(text),
  })
  source.start()
  return { clock, steps, starts, failures, process, source, asked, answers }
}

describe('the hub of a console', () => {
  it('begins after what it lets go first, and says meanwhile that it starts', () => {
    const headStart = createHeadStart(createManualClock(), 1_500)
    const { starts, steps } = embedded(headStart)
    expect([starts.length, steps]).toMatchObject([0, [{ phase: 'starting' }]])
    headStart.over()
    expect(starts).toHaveLength(1)
  })
  it('does not begin after it was stopped', async () => {
    const headStart = createHeadStart(createManualClock(), 1_500)
    const { starts, source } = embedded(headStart)
    await source.stop()
    headStart.over()
    expect(starts).toHaveLength(0)
  })
  it('is connected to with the token it gives', () => {
    const { process, steps } = embedded()
    process.say(ready)
    expect(steps).toMatchObject([
      { phase: 'starting' },
      { url: 'http://127.0.0.1:7410', token: 'token-1' },
    ])
  })
  it('is said to be lost when it dies, and comes back on the ports the panels know', () => {
    const { clock, process, steps, starts } = embedded()
    process.say(ready)
    process.die(139)
    expect(steps.at(-1)).toMatchObject({
      phase: 'lost',
      said: { text: expect.stringContaining('started again') },
    })
    clock.advance(1_000)
    expect(starts).toEqual([
      { http: 0, dc09: 0 },
      { http: 7410, dc09: 7411 },
    ])
    process.say({ ...ready, token: 'token-2' })
    expect(steps.at(-1)).toMatchObject({ token: 'token-2' })
  })
  it('says in its own words why it cannot work, and is tried until it can', () => {
    const { clock, process, steps, starts, failures } = embedded()
    for (let attempt = 1; attempt <= 10; attempt++) {
      process.say({ failed: sentence('port-in-use', 'Port 7411 is in use') })
      expect(process.ended).toBe(attempt)
      process.die(1)
      expect(steps.at(-1)).toMatchObject({
        phase: 'failed',
        since: 0,
        said: {
          text: expect.stringContaining('Port 7411 is in use'),
          because: { code: 'port-in-use' },
        },
      })
      expect(steps.at(-1)).toMatchObject({ said: { text: expect.stringContaining('tried again') } })
      clock.advance(5_000)
      expect(starts).toHaveLength(attempt + 1)
    }
    expect(failures[0]).toBe('Port 7411 is in use')
    process.say(ready)
    expect(steps.at(-1)).toMatchObject({ url: 'http://127.0.0.1:7410' })
  })
  it('is said to be lost, and why, when it cannot start again after a death, and is tried until it can', () => {
    const { clock, process, steps, starts, failures } = embedded()
    process.say(ready)
    clock.advance(120_000)
    process.die(9)
    for (let attempt = 1; attempt <= 10; attempt++) {
      clock.advance(5_000)
      expect(starts).toHaveLength(attempt + 1)
      process.say({ failed: sentence('trouble-disk-full', 'The disk is full') })
      process.die(1)
      expect(steps.at(-1)).toMatchObject({
        phase: 'lost',
        since: 120_000,
        said: { text: expect.stringContaining('disk is full') },
      })
    }
    expect(failures).toEqual([])
    clock.advance(5_000)
    process.say({ ...ready, token: 'token-2' })
    expect(steps.at(-1)).toMatchObject({ token: 'token-2' })
  })
  it('gives a new session when the old one has ended, and goes on running', () => {
    const { clock, process, source, starts, steps } = embedded()
    process.say(ready)
    const before = steps.length
    source.tokenRefused(sentence('session-ended', 'This session has ended'))
    expect(process.posted).toEqual([{ session: true }])
    process.say({ token: 'token-2' })
    expect(steps.slice(before)).toEqual([{ url: 'http://127.0.0.1:7410', token: 'token-2' }])
    clock.advance(60_000)
    expect(process.ended).toBe(0)
    expect(starts).toHaveLength(1)
  })
  it('is started again when it gives no new session', () => {
    const { clock, process, source } = embedded()
    process.say(ready)
    source.tokenRefused(sentence('session-ended', 'This session has ended'))
    clock.advance(5_000)
    expect(process.ended).toBe(1)
  })
})

describe('signing out of the hub of a console', () => {
  const demo = { password: 'demo', users: [{ username: 'demo-trainer', role: 'trainer' }] }
  const trainer = { kind: 'officer', id: 'demo-trainer', name: 'Demo trainer', role: 'trainer' }
  const session = { ok: true, status: 200, body: { token: 'token-of-trainer', actor: trainer } }

  async function signedOut() {
    const hub = embedded()
    hub.process.say({ ...ready, demo })
    await hub.source.signOut()
    return hub
  }

  it('ends the session at the hub and shows who else can be tried', async () => {
    const { steps, asked } = await signedOut()
    expect(asked).toEqual([
      { path: '/v1/sessions', method: 'DELETE', body: undefined, token: 'token-1' },
    ])
    expect(steps.at(-1)).toEqual({
      phase: 'signed-out',
      since: 0,
      hub: 'http://127.0.0.1:7410',
      said: null,
      demo,
    })
  })
  it('is followed by whoever signs in by name and password, also after the hub was started again', async () => {
    const { source, steps, answers, asked, process, clock } = await signedOut()
    answers.push({
      ok: false,
      status: 401,
      body: { error: 'wrong-password', message: 'Name or password is wrong' },
    })
    expect(await source.signIn('demo-trainer', 'guess')).toMatchObject({ code: 'wrong-password' })
    answers.push(session)
    expect(await source.signIn('demo-trainer', 'demo')).toBeNull()
    expect(asked.at(-1)).toMatchObject({
      body: { username: 'demo-trainer', password: 'demo', desk: 'desk-3' },
    })
    expect(steps.at(-1)).toEqual({ url: 'http://127.0.0.1:7410', token: 'token-of-trainer' })
    process.die(139)
    clock.advance(1_000)
    process.say({ ...ready, demo, token: 'token-2' })
    expect(steps.at(-1)).toEqual({ url: 'http://127.0.0.1:7410', token: 'token-of-trainer' })
    source.tokenRefused(sentence('session-ended', 'This session has ended; sign in again'))
    expect(steps.at(-1)).toMatchObject({
      phase: 'signed-out',
      said: { text: 'This session has ended; sign in again' },
      demo,
    })
  })
  it('lets nobody in by itself, whatever becomes of the hub', async () => {
    const { process, clock, steps } = await signedOut()
    const before = steps.length
    process.die(139)
    clock.advance(1_000)
    process.say({ ...ready, demo, token: 'token-2' })
    process.say({ token: 'token-3' })
    // Whoever sits at the sign-in is told that the hub is away, and asked again when it is back.
    expect(steps.slice(before)).toMatchObject([
      { phase: 'lost', atSignIn: true, said: { code: 'hub-of-own-stopped' } },
      { phase: 'signed-out', demo },
    ])
  })
  it('is started at once when somebody asks, instead of after its rest', async () => {
    const { process, source, starts } = embedded()
    process.die(1)
    await source.tryAgain()
    expect(starts).toHaveLength(2)
  })
})
