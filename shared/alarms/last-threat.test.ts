import { expect, it } from 'vitest'
import { acknowledge, close, signal, site, sites } from '../testing/builders'
import { liveRoom } from '../testing/live-room'
import { lastThreat } from './last-threat'

it('the last person under threat is of the newest such incident that is closed', () => {
  const live = liveRoom(sites(site('site-1'), site('site-2')))
  const closed = (account: string, kind: 'hold-up' | 'fire', at: number) => {
    live.receive(signal(account, { kind, priority: 1 }), at)
    const alarm = [...live.room.alarms.values()].at(-1)
    live.give(acknowledge(alarm?.id ?? '', `i${at}`), at + 1_000)
    live.give(close(`i${at}`), at + 2_000)
  }
  expect(lastThreat(live.room)).toBeNull()
  closed('0001', 'hold-up', 10_000)
  closed('0002', 'fire', 20_000)
  expect(lastThreat(live.room)).toBe(11_000)
})
