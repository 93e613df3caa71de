import { describe, expect, it } from 'vitest'
import { minute } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import { signal, site, sites } from '../testing/builders'
import { liveRoom } from '../testing/live-room'

const started = (testId: string, zones: string[] | null = null): RoomEvent => ({
  type: 'test-started',
  data: { testId, siteId: 'site-1', zones, until: 100_000 + 30 * minute, reason: 'Work' },
})
const ended = (testId: string): RoomEvent => ({
  type: 'test-ended',
  data: { testId, siteId: 'site-1', why: 'ended' },
})
const mains = signal('0001', {
  code: '301',
  class: 'trouble',
  kind: 'power',
  priority: 3,
  zone: null,
})
const mainsBack = signal('0001', { ...mains, class: 'restore', qualifier: 'restore' })
const fire = (zone: string) => signal('0001', { code: '110', kind: 'fire', priority: 1, zone })
const fireOver = (zone: string) =>
  signal('0001', { ...fire(zone), class: 'restore', qualifier: 'restore' })

function onTest(...tests: RoomEvent[]) {
  const live = liveRoom(sites(site('site-1')), ...(tests.length > 0 ? tests : [started('t1')]))
  let now = 100_000
  const next = () => {
    now += 1_000
    return now
  }
  const say = (...signals: Parameters<typeof live.receive>[0][]) => {
    for (const one of signals) live.receive(one, next())
  }
  const standing = (testId = 't1') =>
    live.room.onTest
      .get('site-1')
      ?.find((test) => test.testId === testId)
      ?.standing.map(({ code, zone }) => code + zone)
  return { say, standing, end: (testId: string) => live.happen([ended(testId)], next()) }
}

describe('What stands of a test', () => {
  it('is what was reported and not reported over', () => {
    const room = onTest()
    room.say(mains, fire('1'), fire('2'), fireOver('001'))
    expect(room.standing()).toEqual(['301', '1102'])
    room.say(mainsBack, fireOver('2'))
    expect(room.standing()).toEqual([])
  })
  it('is one cause, however often it is reported', () => {
    const room = onTest()
    room.say(mains, mains, fire('1'), fire('01'))
    expect(room.standing()).toEqual(['301', '1101'])
  })
  it('is none of what is over in a moment, nor of what is no alarm', () => {
    const room = onTest()
    const momentary = (['burglary', 'panic', 'hold-up', 'duress', 'medical'] as const).map((kind) =>
      signal('0001', { kind }),
    )
    room.say(...momentary, signal('0001', { code: '999', class: 'unknown', kind: 'unknown' }))
    room.say(signal('0001', { code: '602', class: 'test', kind: 'test' }))
    expect(room.standing()).toEqual([])
  })
  it('is a trouble of a burglary zone', () => {
    const room = onTest()
    room.say(signal('0001', { code: '380', class: 'trouble', priority: 3, zone: '7' }))
    expect(room.standing()).toEqual(['3807'])
  })
  it('ends by a restoral that falls under no test of its zone', () => {
    const room = onTest(started('t1', ['5']))
    room.say(signal('0001', { code: '383', kind: 'tamper', zone: '5' }))
    expect(room.standing()).toEqual(['3835'])
    room.say(signal('0001', { code: 'TR', class: 'restore', kind: 'tamper', zone: null }))
    expect(room.standing()).toEqual([])
  })
  it('belongs to another test that covers it when its own ends', () => {
    const room = onTest(started('t1'), started('t2', ['5']))
    room.say(fire('5'), fire('6'))
    room.end('t1')
    expect(room.standing('t2')).toEqual(['1105'])
  })
  it('is bounded', () => {
    const room = onTest()
    for (let zone = 1; zone <= 250; zone++) room.say(fire(String(zone)))
    expect([room.standing()?.length, room.standing()?.at(-1)]).toEqual([200, '110250'])
  })
})
