import { describe, expect, it } from 'vitest'
import { second as aSecond, minute } from '../lang/instant'
import {
  acknowledge,
  acknowledged,
  alarmAdded,
  opened,
  raised,
  restored,
  signal,
  signalAdded,
  site,
  sites,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { liveRoom, night } from '../testing/live-room'
import { openAlarmKey } from './alarm'
import { beaconWanted } from './beacon'
import { openAlarmsOf } from './open-alarms'

const waiting = [sites(site('site-1'), site('site-2')), raised('a1')]
const inHand = [...waiting, acknowledged('a1', 'i1'), opened('i1', 'a1')]
const second = [
  raised('a2', 'site-1', { zone: '2' }),
  acknowledged('a2', 'i1'),
  alarmAdded('i1', 'a2'),
]
const incidentClosed = {
  type: 'incident-closed',
  data: { incidentId: 'i1', disposition: 'test', remark: '' },
} as const

describe('a further signal of an alarm that waits for an officer', () => {
  it.each([
    ['of another zone', { zone: '2' }],
    ['of another code', { code: '131' }],
    ['of a graver priority', { priority: 1 as const }],
  ])('joins it: %s', (_, change) =>
    given(...waiting)
      .whenReceived(signal('0001', change))
      .thenTypes('signal-received', 'alarm-signal-added'),
  )
})

describe('a further signal of an alarm that is in hand', () => {
  it('joins it when it says what the officer has seen', () => {
    const { events } = given(...inHand).whenReceived(signal('0001', { zone: '001' }))
    expect(events[1]).toMatchObject({ type: 'alarm-signal-added', data: { alarmId: 'a1' } })
  })
  it.each([
    ['of another zone', { zone: '2' }],
    ['of no zone', { zone: null }],
    ['of another code', { code: '131' }],
    ['of a graver priority', { priority: 1 as const }],
  ])('raises a new alarm when it brings something new: %s', (_, change) => {
    const { events } = given(...inHand).whenReceived(signal('0001', change))
    expect(events[1]).toMatchObject({
      type: 'alarm-raised',
      data: { alarmId: 'new-alarm', ...change },
    })
  })
  it('raises a new alarm when the cause stands again after it was over', () =>
    given(...inHand, restored('a1'))
      .whenReceived(signal('0001'))
      .thenTypes('signal-received', 'alarm-raised'))
  it('joins the one it belongs to when several are in hand, so that two chattering zones raise no alarm each time', () => {
    for (const [zone, alarmId] of Object.entries({ 1: 'a1', 2: 'a2' })) {
      const { events } = given(...inHand, ...second).whenReceived(signal('0001', { zone }))
      expect(events[1]).toMatchObject({ type: 'alarm-signal-added', data: { alarmId } })
    }
  })
  it('is still told from a new one after more signals than an alarm lists', () => {
    const chatter = Array.from({ length: 50 }, () => signalAdded('a1', { zone: '2' }))
    given(...waiting, ...chatter, acknowledged('a1', 'i1'), opened('i1', 'a1'))
      .whenReceived(signal('0001', { zone: '1' }))
      .thenTypes('signal-received', 'alarm-signal-added')
  })
})

describe('a new alarm beside one in hand', () => {
  const grave = raised('a2', 'site-1', { zone: '2', priority: 1 })
  it('turns the beacon', () => {
    expect(beaconWanted(roomOf(...inHand))).toBe(false)
    expect(beaconWanted(roomOf(...inHand, grave))).toBe(true)
  })
  it('joins the open incident when it is acknowledged', () =>
    given(...inHand, raised('a2', 'site-1', { zone: '2' }))
      .when({ type: 'acknowledge-alarm', alarmId: 'a2', incidentId: 'i2' })
      .thenAccepted(acknowledged('a2', 'i1'), alarmAdded('i1', 'a2')))
  it('stays open and unanswered when the incident of the older is closed', () => {
    const room = roomOf(...inHand, grave, incidentClosed)
    expect(room.alarms.get('a1')?.phase).toBe('closed')
    expect(room.openAlarms.get(openAlarmKey('site-1', 'burglary'))).toBe('a2')
    given(...inHand, grave, incidentClosed)
      .whenReceived(signal('0001', { zone: '3' }))
      .thenTypes('signal-received', 'alarm-signal-added')
  })
  it('is listed before the older one, and no other kind or site with them', () => {
    const room = roomOf(
      ...inHand,
      grave,
      raised('a3', 'site-1', { kind: 'fire' }),
      raised('a4', 'site-2'),
    )
    expect(openAlarmsOf(room, 'site-1', 'burglary').map(({ id }) => id)).toEqual(['a2', 'a1'])
    expect(openAlarmsOf(room, 'site-2', 'fire')).toEqual([])
  })
})

describe('a restoral at a site with several alarms of a kind', () => {
  const joined = (zone: string | null, ...past: Parameters<typeof given>) =>
    given(...past)
      .whenReceived(signal('0001', { class: 'restore', zone }))
      .events.flatMap((event) => (event.type === 'alarm-restored' ? [event.data.alarmId] : []))
  it('joins the one whose zone stands, newer or older', () => {
    expect(joined('001', ...inHand, ...second)).toEqual(['a1'])
    expect(joined('2', ...inHand, ...second)).toEqual(['a2'])
  })
  it('joins each where that zone stands', () =>
    expect(joined('1', ...inHand, raised('a2', 'site-1', { code: '131' }))).toEqual(['a2', 'a1']))
  it('ends all when it names no zone', () =>
    expect(joined(null, ...inHand, ...second)).toEqual(['a2', 'a1']))
  it('is noted with the newest when it ends none', () =>
    expect(joined('9', ...inHand, ...second)).toEqual(['a2']))
})

describe('a condition that a panel says is still present', () => {
  const present = signal('0001', { qualifier: 'status' })
  it('raises the alarm whose first report was lost', () =>
    given(sites(site('site-1')))
      .whenReceived(present)
      .thenTypes('signal-received', 'alarm-raised'))
  it('joins the alarm that is open, in hand or not', () => {
    for (const past of [waiting, inHand])
      given(...past)
        .whenReceived(present)
        .thenTypes('signal-received', 'alarm-signal-added')
  })
})

describe('a further call of an alarm in hand', () => {
  const duress = (user: string, source = '10.0.0.1:5000') =>
    signal('0001', {
      code: '121',
      kind: 'duress',
      priority: 1,
      zone: null,
      partition: '01',
      user,
      source,
    })
  const inHandOf = (first: ReturnType<typeof duress>) => {
    const live = liveRoom(sites(site('site-1')))
    live.receive(first, night)
    live.give(acknowledge('a1'), night + aSecond)
    return live
  }
  it('joins it when it is of the same person', () =>
    expect(inHandOf(duress('5')).receive(duress('5'), night + minute)).toContain(
      'alarm-signal-added',
    ))
  it('is an alarm of its own when another person is under threat, by whichever way it comes', () => {
    expect(inHandOf(duress('5')).receive(duress('7'), night + minute)).toContain('alarm-raised')
    const other = duress('7', '10.0.0.2:5000')
    expect(inHandOf(duress('5')).receive(other, night + 2 * aSecond)).toContain('alarm-raised')
  })
  it('is an alarm of its own when it is of the zone of that number in another area', () => {
    const door = (partition: string) => signal('0001', { zone: '1', partition })
    const live = inHandOf(door('1'))
    expect(live.receive(door('2'), night + minute)).toContain('alarm-raised')
    expect(live.receive(door('1'), night + 2 * minute)).toContain('alarm-signal-added')
    expect(live.receive(door('2'), night + 3 * minute)).toContain('alarm-signal-added')
  })
  it('is its second reception when the other way names neither area nor person', () => {
    const plain = { ...duress('5', '10.0.0.2:5000'), partition: null, user: null }
    expect(inHandOf(duress('5')).receive(plain, night + 2 * aSecond)).toContain(
      'alarm-reception-added',
    )
  })
})
