import { describe, expect, it } from 'vitest'
import {
  acknowledged,
  alarmAdded,
  dispatched,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { orderFor, ordersMayDiffer } from './order-for'

const place = site('site-1', { name: 'Bank branch 1', hazards: ['gas'] })
const past = [
  sites(place),
  teams(team('q-01'), team('q-02')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
]
const sent = dispatched('as1', 'i1', 'q-01')

describe('what a crew is told', () => {
  it('is nothing while the team has no run', () => {
    expect(orderFor(roomOf(...past), 'q-01')).toBeNull()
    expect(orderFor(roomOf(...past), 'no-such-team')).toBeNull()
  })
  it('is where to go, why, how urgent and what is dangerous there', () => {
    expect(orderFor(roomOf(...past, sent), 'q-01')).toEqual({
      assignmentId: 'as1',
      incidentId: 'i1',
      phase: 'dispatched',
      dispatchedAt: 6_000,
      kind: 'burglary',
      priority: 2,
      site: {
        name: 'Bank branch 1',
        address: place.address,
        location: place.location,
        hazards: ['gas'],
      },
    })
    expect(orderFor(roomOf(...past, sent), 'q-02')).toBeNull()
  })
  it('follows the run until it ends', () => {
    const run = [...past, sent]
    const step = (type: 'team-en-route' | 'team-cleared') =>
      ({ type, data: { assignmentId: 'as1' } }) as const
    expect(orderFor(roomOf(...run, step('team-en-route')), 'q-01')?.phase).toBe('en-route')
    expect(orderFor(roomOf(...run, step('team-en-route'), step('team-cleared')), 'q-01')).toBeNull()
  })
  it('becomes graver when a graver alarm joins: the crew must know that it meets an armed threat', () => {
    const grave = { kind: 'hold-up', priority: 1 } as const
    const joined = [
      raised('a2', 'site-1', grave),
      acknowledged('a2', 'i1'),
      alarmAdded('i1', 'a2', grave),
    ]
    expect(orderFor(roomOf(...past, sent, ...joined), 'q-01')).toMatchObject(grave)
  })
  it('cannot have changed through what concerns no team', () => {
    const before = roomOf(...past)
    expect(ordersMayDiffer(before, { ...before, seq: before.seq + 1, signalCount: 1 })).toBe(false)
    expect(ordersMayDiffer(before, roomOf(...past, sent))).toBe(true)
  })
})
