import { describe, expect, it } from 'vitest'
import { waitingAlarms } from '../alarms/waiting'
import { minute, second } from '../lang/instant'
import { acknowledge, close, signal, site, sites } from '../testing/builders'
import { type LiveRoom, liveRoom, night } from '../testing/live-room'
import { bundlesToEnd, chatterReports } from './rules'

const past = [sites(site('site-1'))]
const tamper = signal('0001', {
  code: '137',
  kind: 'tamper',
  priority: 3,
  meaning: 'Tamper',
  zone: '005',
})
const burglary = signal('0001', { zone: '5' })
const over = (of: typeof tamper) => ({
  ...of,
  class: 'restore' as const,
  qualifier: 'restore',
  priority: 4 as const,
})

/** The zone reports and restores, every ten seconds. */
function chatter(live: LiveRoom, of: typeof tamper, times: number, at = night) {
  for (let n = 0; n < times; n += 1) {
    live.receive(of, at + n * 10 * second)
    live.receive(over(of), at + n * 10 * second + 5 * second)
  }
  return live
}
const row = ({ room }: LiveRoom) => [...room.bundles.values()].at(-1)
const queue = ({ room }: LiveRoom) => waitingAlarms(room).map(({ id }) => id)

describe('a zone that reports again and again', () => {
  it('is bundled by rule chatter from the sixth time in five minutes on', () => {
    const live = chatter(liveRoom(...past), tamper, chatterReports - 1)
    expect(row(live)).toBeUndefined()
    chatter(live, tamper, 20, night + minute)
    expect(row(live)).toMatchObject({
      rule: 'chatter',
      kind: 'tamper',
      place: { type: 'zone', siteId: 'site-1', zone: '5' },
      priority: 3,
      since: night,
      siteCount: 1,
      signalCount: 50,
      restoredCount: 1,
    })
    expect(queue(live)).toEqual([])
  })
  it('is not when it reports as often in an hour', () => {
    const live = liveRoom(...past)
    for (let n = 0; n < 12; n += 1) chatter(live, tamper, 1, night + n * 5 * minute)
    expect(row(live)).toBeUndefined()
  })
  it.each(['hold-up', 'fire', 'panic', 'duress', 'gas', 'medical'] as const)(
    'is never when it reports %s',
    (kind) => {
      const live = chatter(liveRoom(...past), { ...tamper, kind }, 30)
      expect(row(live)).toBeUndefined()
      expect(queue(live)).toEqual(['a1'])
    },
  )
  it('brings its alarm back into the queue when another zone reports', () => {
    const live = chatter(liveRoom(...past), tamper, 10)
    expect(live.receive({ ...tamper, zone: '7' }, night + 2 * minute)).toEqual([
      'signal-received',
      'alarm-signal-added',
      'alarm-unfolded',
    ])
    expect(queue(live)).toEqual(['a1'])
    chatter(live, tamper, 10, night + 3 * minute)
    expect(queue(live)).toEqual(['a1'])
  })
  it('does not bundle what another zone of the site reports', () => {
    const live = liveRoom(...past)
    live.receive({ ...tamper, zone: '7' }, night)
    chatter(live, tamper, 20, night + second)
    expect(row(live)).toBeUndefined()
    expect(queue(live)).toEqual(['a1'])
  })
  it('is offered again once an officer has unbundled it', () => {
    const live = chatter(liveRoom(...past), tamper, 10)
    live.give({ type: 'unbundle', bundleId: row(live)?.id ?? '' }, night + 3 * minute)
    chatter(live, tamper, 10, night + 4 * minute)
    expect(queue(live)).toEqual(['a1'])
  })
  it('ends after ten quiet minutes', () => {
    const live = chatter(liveRoom(...past), tamper, 10)
    const last = row(live)?.lastAt ?? 0
    expect(bundlesToEnd(live.room, last + 10 * minute - 1)).toEqual([])
    expect(bundlesToEnd(live.room, last + 10 * minute)).toHaveLength(1)
  })
})

describe('a burglary zone that chatters', () => {
  it('stays in the queue, as one alarm, until an officer has looked', () => {
    const live = chatter(liveRoom(...past), burglary, 30)
    expect(row(live)).toBeUndefined()
    expect(queue(live)).toEqual(['a1'])
  })
  it('is bundled from then on, while that officer has it in hand', () => {
    const live = chatter(liveRoom(...past), burglary, 3)
    live.give(acknowledge('a1'), night + minute)
    chatter(live, burglary, 20, night + 2 * minute)
    expect(row(live)).toMatchObject({
      rule: 'chatter',
      kind: 'burglary',
      priority: 2,
      siteCount: 1,
    })
    expect(queue(live)).toEqual([])
    live.receive({ ...burglary, zone: '6' }, night + 6 * minute)
    expect(queue(live)).toHaveLength(1)
  })
  it('is offered anew when the case was closed', () => {
    const live = chatter(liveRoom(...past), burglary, 30)
    live.give(acknowledge('a1'), night + 6 * minute)
    live.give(close('i1'), night + 7 * minute)
    live.receive(burglary, night + 8 * minute)
    expect(queue(live)).toHaveLength(1)
  })
  it('is in the queue again when it reports after the case was closed, though its row is open yet', () => {
    const live = chatter(liveRoom(...past), burglary, 3)
    live.give(acknowledge('a1'), night + minute)
    chatter(live, burglary, 20, night + 2 * minute)
    const [bundled] = [...live.room.openAlarms.values()]
    live.give(close('i1'), night + 6 * minute)
    expect(live.receive(burglary, night + 7 * minute)).toEqual([
      'signal-received',
      'alarm-unfolded',
      'alarm-signal-added',
    ])
    expect([queue(live), row(live)?.phase]).toEqual([[bundled], 'open'])
    chatter(live, burglary, 10, night + 7 * minute)
    expect(queue(live)).toEqual([bundled])
    live.give(acknowledge(bundled ?? '', 'i2'), night + 9 * minute)
    chatter(live, burglary, 3, night + 10 * minute)
    expect(queue(live)).toEqual([])
  })
  it('is in the queue again when it reports after its row has ended, which nobody settled', () => {
    const live = chatter(liveRoom(...past), burglary, 3)
    live.give(acknowledge('a1'), night + minute)
    chatter(live, burglary, 20, night + 2 * minute)
    live.happen(
      [{ type: 'fold-ended', data: { foldId: row(live)?.id ?? '' } }],
      night + 20 * minute,
    )
    live.receive(burglary, night + 120 * minute)
    expect([queue(live).length, row(live)?.phase]).toEqual([1, 'emptied'])
  })
  it('leaves the older alarm, which is in hand, where new signals find it when its row is closed', () => {
    const live = chatter(liveRoom(...past), burglary, 3)
    live.give(acknowledge('a1'), night + minute)
    chatter(live, burglary, 10, night + 2 * minute)
    const closing = {
      type: 'close-bundle',
      bundleId: row(live)?.id ?? '',
      disposition: 'false-equipment',
      remark: '',
    } as const
    live.give(closing, night + 5 * minute)
    expect([...live.room.openAlarms.values()]).toEqual(['a1'])
    expect(live.receive(over(burglary), night + 6 * minute)).toEqual([
      'signal-received',
      'alarm-restored',
    ])
  })
})
