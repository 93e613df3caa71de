import { describe, expect, it } from 'vitest'
import {
  acknowledge,
  acknowledged,
  close,
  officer,
  officer2,
  opened,
  raised,
  restored,
  signal,
  signalAdded,
  site,
  sites,
  trainer,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { liveRoom } from '../testing/live-room'
import { openAlarmKey } from './alarm'

const town = sites(site('site-1'), site('site-2'))

describe('receiving a signal', () => {
  it('raises an alarm at the site the account belongs to', () =>
    given(town).whenReceived(signal('0001')).thenTypes('signal-received', 'alarm-raised'))
  it('joins the alarm of the same cause that is open at the site', () =>
    given(town, raised('a1'))
      .whenReceived(signal('0001'))
      .thenTypes('signal-received', 'alarm-signal-added'))
  it('raises a second alarm for another cause at the same site', () =>
    given(town, raised('a1'))
      .whenReceived(signal('0001', { kind: 'fire', priority: 1, code: '110' }))
      .thenTypes('signal-received', 'alarm-raised'))
  it('joins a restoral to its alarm', () =>
    given(town, raised('a1'))
      .whenReceived(signal('0001', { class: 'restore' }))
      .thenTypes('signal-received', 'alarm-restored'))
  it('only records a restoral of something that is not open', () =>
    given(town)
      .whenReceived(signal('0001', { class: 'restore' }))
      .thenTypes('signal-received'))
  it('only records a test: supervision hears it, nobody is called', () =>
    given(town)
      .whenReceived(signal('0001', { class: 'test', kind: 'test' }))
      .thenTypes('signal-received'))
  it('raises an alarm for a code nobody knows', () =>
    given(town)
      .whenReceived(signal('0001', { class: 'unknown', kind: 'unknown' }))
      .thenTypes('signal-received', 'alarm-raised'))
  it('quarantines a signal of an unknown account with its frame', () => {
    const { events } = given(town).whenReceived(signal('FFFF', { frame: 'the frame' }))
    expect(events).toMatchObject([
      {
        type: 'signal-quarantined',
        data: { reason: 'unknown-account', frame: 'the frame', account: 'FFFF' },
      },
    ])
  })
  it('sets the site armed on a closing and disarmed on an opening', () => {
    const closing = {
      type: 'signal-received',
      data: { ...signal('0001', { class: 'closing' }), siteId: 'site-1' },
    } as const
    const opening = {
      type: 'signal-received',
      data: { ...signal('0001', { class: 'opening' }), siteId: 'site-1' },
    } as const
    expect(roomOf(town, closing).arming.get('site-1')?.armed).toBe(true)
    expect(roomOf(town, closing, opening).arming.get('site-1')?.armed).toBe(false)
  })
})

const alarmAfter = (...past: Parameters<typeof roomOf>) =>
  roomOf(town, raised('a1'), ...past).alarms.get('a1')

describe('an alarm', () => {
  it('counts its signals and keeps the newest twenty', () => {
    const more = Array.from({ length: 30 }, (_, n) => signalAdded('a1', { signalId: `s${n}` }))
    const alarm = roomOf(town, raised('a1'), ...more).alarms.get('a1')
    expect(alarm?.signalCount).toBe(31)
    expect(alarm?.signals).toHaveLength(20)
    expect(alarm?.signals.at(-1)?.signalId).toBe('s29')
  })
  it('stands again when the cause comes back after a restoral', () => {
    expect(alarmAfter(restored('a1'))?.restoredAt).toBe(3_000)
    expect(alarmAfter(restored('a1'), signalAdded('a1'))?.restoredAt).toBeNull()
  })
  it('has the gravest signal as its headline, whatever comes after', () =>
    expect(
      alarmAfter(
        signalAdded('a1', { priority: 1, meaning: 'Vault open', code: '139', zone: '7' }),
        signalAdded('a1', { priority: 2, meaning: 'Window', code: '131', zone: '3' }),
      ),
    ).toMatchObject({ priority: 1, meaning: 'Vault open', code: '139', zone: '7', signalCount: 3 }))
  it('stands while one of its zones does, and is restored when the last is', () => {
    const two = [signalAdded('a1', { zone: '2' }), restored('a1', { zone: '001' })]
    expect(alarmAfter(...two)?.restoredAt).toBeNull()
    expect(alarmAfter(...two, restored('a1', { zone: '2' }))?.restoredAt).toBe(5_000)
  })
  it('is restored as a whole by a restoral that names no zone', () =>
    expect(
      alarmAfter(signalAdded('a1', { zone: '2' }), restored('a1', { zone: null }))?.restoredAt,
    ).toBe(4_000))
  it('stands on when a zone is restored that never stood', () =>
    expect(alarmAfter(restored('a1', { zone: '9' }))?.restoredAt).toBeNull())
  it('keeps the time it was restored when that is said again', () =>
    expect(alarmAfter(restored('a1'), restored('a1'))?.restoredAt).toBe(3_000))
})

describe('acknowledging an alarm', () => {
  it('records it and opens the incident of the site', () =>
    given(town, raised('a1'))
      .when(acknowledge('a1'))
      .thenAccepted(acknowledged('a1', 'i1'), opened('i1', 'a1')))
  it('joins the incident already open at the site', () =>
    given(
      town,
      raised('a1'),
      acknowledged('a1', 'i1'),
      opened('i1', 'a1'),
      raised('a2', 'site-1', { kind: 'fire' }),
    )
      .when(acknowledge('a2', 'i2'))
      .thenTypes('alarm-acknowledged', 'incident-alarm-added'))
  it('changes nothing when a colleague was first, and says who and when', () =>
    given(
      town,
      raised('a1'),
      { event: acknowledged('a1', 'i1'), by: officer, at: Date.UTC(2026, 0, 1, 12, 0, 7) },
      opened('i1', 'a1'),
    )
      .when(acknowledge('a1'), officer2)
      .thenAgreed('alarm-already-acknowledged', 'Officer One acknowledged it first, at 17:00:07'))
  it('is refused once the alarm is closed', () =>
    given(town, raised('a1'), acknowledged('a1', 'i1'), opened('i1', 'a1'), closed('i1'))
      .when(acknowledge('a1'))
      .thenRefused('alarm-closed'))
  it('is refused for an alarm that is not there', () =>
    given(town).when(acknowledge('nowhere')).thenRefused('alarm-unknown'))
  it('is not for the trainer', () =>
    given(town, raised('a1')).when(acknowledge('a1'), trainer).thenRefused('not-your-role'))
})

describe('closing the incident of an alarm', () => {
  it('closes the alarm, so that the next signal raises a new one', () => {
    const past = [town, raised('a1'), acknowledged('a1', 'i1'), opened('i1', 'a1'), closed('i1')]
    expect(roomOf(...past).alarms.get('a1')?.phase).toBe('closed')
    expect(roomOf(...past).openAlarms.has(openAlarmKey('site-1', 'burglary'))).toBe(false)
    given(...past)
      .whenReceived(signal('0001'))
      .thenTypes('signal-received', 'alarm-raised')
  })
  it('is a command of its own', () =>
    given(town, raised('a1'), acknowledged('a1', 'i1'), opened('i1', 'a1'))
      .when(close('i1'))
      .thenAccepted(closed('i1')))
})

function closed(incidentId: string) {
  return {
    type: 'incident-closed' as const,
    data: { incidentId, disposition: 'false-user-error' as const, remark: '' },
  }
}

describe('Taking all alarms of a kind or district', () => {
  const [a, b] = [
    { alarmId: 'a1', incidentId: 'i1' },
    { alarmId: 'a2', incidentId: 'i2' },
  ]
  const take = (...alarms: { alarmId: string; incidentId: string }[]) =>
    ({ type: 'take-alarms', alarms }) as const

  it('gives each alarm an entry and each site an incident', () =>
    given(town, raised('a1'), raised('a2', 'site-2'))
      .when(take(a, b))
      .thenTypes('alarm-acknowledged', 'incident-opened', 'alarm-acknowledged', 'incident-opened'))
  it('puts two alarms of a site into one incident', () => {
    const live = liveRoom(town, raised('a1'), raised('a2', 'site-1', { kind: 'fire', priority: 1 }))
    expect(live.give(take(a, b), 10_000)).toEqual([
      ...['alarm-acknowledged', 'incident-opened', 'alarm-acknowledged', 'incident-alarm-added'],
    ])
    expect(live.room.incidents.get('i1')).toMatchObject({ alarmIds: ['a1', 'a2'], kind: 'fire' })
  })
  it('leaves to a colleague what the colleague took meanwhile', () => {
    const past = [raised('a1'), acknowledged('a1', 'i9'), opened('i9', 'a1')]
    given(town, ...past, raised('a2', 'site-2'))
      .when(take(a, b), officer2)
      .thenTypes('alarm-acknowledged', 'incident-opened')
    given(town, ...past)
      .when(take(a), officer2)
      .thenAgreed('alarms-already-taken')
  })
  it('never takes a person under threat as one of many', () =>
    given(town, raised('a1'), raised('a2', 'site-2', { kind: 'hold-up', priority: 1 }))
      .when(take(a, b))
      .thenRefused('threat-one-by-one'))
  it('is refused where an id is in use already, also twice in the list', () =>
    given(town, raised('a1'), raised('a2', 'site-2'))
      .when(take(a, { ...b, incidentId: 'i1' }))
      .thenRefused('id-taken'))
})
