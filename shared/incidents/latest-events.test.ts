import { describe, expect, it } from 'vitest'
import { acknowledged, held, opened, raised, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { latestEvents } from './latest-events'

const room = roomOf(
  sites(site('site-1'), site('site-2')),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  raised('a2', 'site-2', { kind: 'fire', priority: 1 }),
  held('F00D', { kind: 'panic' }),
  raised('a3', 'site-2', { kind: 'power', priority: 3, foldId: 'f1' }),
)

describe('the latest events', () => {
  it('are alarms as well as what was done, newest first, each with what it leads to', () =>
    expect(latestEvents(room, 10).map(({ line: { type }, about }) => [type, about])).toEqual([
      ['alarm-raised', { kind: 'held', account: 'F00D' }],
      ['alarm-raised', { kind: 'alarm', alarmId: 'a2' }],
      ['incident-opened', { kind: 'incident', incidentId: 'i1' }],
      ['alarm-raised', { kind: 'alarm', alarmId: 'a1' }],
    ]))

  it('are as many as asked for', () => expect(latestEvents(room, 2)).toHaveLength(2))
})
