import { describe, expect, it } from 'vitest'
import { minute } from '../lang/instant'
import { latenessAt } from '../sites/lateness'
import { signal, site, sites } from '../testing/builders'
import { liveRoom, night } from '../testing/live-room'

/** Disarmed under duress, as Ajax says it with ND. */
const underDuress = signal('A1', {
  table: 'sia',
  code: 'ND',
  class: 'alarm',
  kind: 'duress',
  priority: 1,
  opens: true,
})
const closing = signal('A1', {
  table: 'sia',
  code: 'NL',
  class: 'closing',
  kind: 'closing',
  priority: 4,
})

describe('A disarming under duress', () => {
  it('raises an alarm of the first priority that says the site is open', () => {
    const live = liveRoom(sites(site('site-1', { account: 'A1' })))
    live.receive(closing, night)
    expect(live.receive(underDuress, night + minute)).toEqual(['signal-received', 'alarm-raised'])
    expect([...live.room.alarms.values()]).toMatchObject([
      { kind: 'duress', priority: 1, signals: [{ opens: true }] },
    ])
    expect(live.room.arming.get('site-1')).toMatchObject({ armed: false, at: night + minute })
  })
  it('leaves a site open that is watched for its closing', () => {
    const live = liveRoom(sites(site('site-1', { account: 'A1' })))
    live.receive(closing, 0)
    live.receive(underDuress, 17 * 60 * minute)
    const schedule = { utcOffset: 0, grace: 15, hours: [{ day: 4, open: 9 * 60, close: 18 * 60 }] }
    expect(latenessAt(schedule, live.room.arming.get('site-1'), 19 * 60 * minute)).toMatchObject({
      code: 'LATECLOS',
    })
  })
})
