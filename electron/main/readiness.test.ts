import { describe, expect, it } from 'vitest'
import type { LinkState } from '../../shared/ipc/contract'
import { officer } from '../../shared/testing/builders'
import { createAnnouncer } from './announce'
import { createReadiness } from './readiness'

const storage = { ok: true, text: '', since: 0 }
const live: LinkState = { phase: 'live', since: 0, hub: 'http://hub', you: officer, storage }
const signedOut: LinkState = { phase: 'signed-out', since: 0, hub: 'http://hub', said: null }
const places = { http: 'http://127.0.0.1:7410', dc09: { tcp: 7411, udp: 7411 } }

function readiness(hub: string | null = null) {
  const lines: string[] = []
  let shown = 0
  const announcer = createAnnouncer((line) => lines.push(line))
  const onAlarmShown = () => {
    shown += 1
  }
  return {
    lines,
    announcer,
    ready: createReadiness({ announcer, hub, data: '/d', onAlarmShown }),
    shown: () => shown,
  }
}

describe('the ready line', () => {
  it('is printed once, when the window draws and the link to its own hub stands', () => {
    const { lines, ready } = readiness()
    ready.hubReady(places)
    ready.link(live)
    expect(lines).toEqual([])
    ready.windowAttached()
    ready.windowAttached()
    expect(lines).toEqual([
      '{"ready":true,"http":"http://127.0.0.1:7410","dc09":{"tcp":7411,"udp":7411},"data":"/d"}',
    ])
  })
  it('names the hub it is connected to', () => {
    const { lines, ready } = readiness('http://hub')
    ready.windowAttached()
    ready.link(live)
    expect(lines).toEqual(['{"ready":true,"hub":"http://hub","data":"/d"}'])
  })
  it('is printed once somebody can sign in, and says that nobody has', () => {
    const { lines, ready } = readiness('http://hub')
    ready.link(signedOut)
    ready.windowAttached()
    ready.link(live)
    expect(lines).toEqual(['{"ready":true,"hub":"http://hub","data":"/d","signedOut":true}'])
  })
  it('comes after a line in words for each reason why the hub is not there', () => {
    const { lines, ready } = readiness('http://hub')
    ready.windowAttached()
    const away = (text: string): LinkState => ({
      ...{ phase: 'lost', since: 0, hub: 'http://hub' },
      said: { code: 'hub-away', params: {}, text },
    })
    ready.link(away('It refuses the connection'))
    ready.link(away('It refuses the connection'))
    ready.link(away('It does not answer'))
    ready.link(signedOut)
    ready.link(away('It refuses the connection'))
    const waiting =
      'The console waits for the hub at http://hub, and goes on by itself once it is there.'
    expect(lines).toEqual([
      `{"waiting":"${waiting} It refuses the connection"}`,
      `{"waiting":"${waiting} It does not answer"}`,
      '{"ready":true,"hub":"http://hub","data":"/d","signedOut":true}',
    ])
  })
  it('never follows a failure', () => {
    const { lines, ready, announcer } = readiness()
    announcer.failed('Port 7411 is in use')
    ready.hubReady(places)
    ready.link(live)
    ready.windowAttached()
    expect(lines).toEqual(['{"failed":"Port 7411 is in use"}'])
  })
})

describe('the first alarm on screen', () => {
  it('needs an alarm and a window', () => {
    const { ready, shown } = readiness()
    ready.alarmsInRoom()
    expect(shown()).toBe(0)
    ready.windowAttached()
    expect(shown()).toBe(1)
  })
})
