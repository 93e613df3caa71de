import { describe, expect, it } from 'vitest'
import { acknowledged, opened, raised, site, sites } from '../testing/builders'
import { roomOf } from '../testing/given'
import { countUnanswered } from './queue-counts'

const ground = sites(site('site-1'), site('site-2'), site('site-3'))

describe('the counts of unanswered alarms', () => {
  it('are of each priority and of all', () =>
    expect(
      countUnanswered(
        roomOf(
          ground,
          raised('a1', 'site-1', { priority: 1 }),
          raised('a2', 'site-2', { priority: 2 }),
          raised('a3', 'site-3', { priority: 2 }),
        ),
      ),
    ).toMatchObject({
      total: 3,
      byPriority: { 1: 1, 2: 2, 3: 0, 4: 0 },
      lane: 0,
      laneNewest: null,
    }))
  it('say how many persons are under threat, and since when the newest', () => {
    const room = roomOf(
      ground,
      raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
      raised('a2', 'site-2', { kind: 'panic', priority: 1 }),
      raised('a3', 'site-3', { kind: 'duress', priority: 1 }),
      acknowledged('a3', 'i1'),
      opened('i1', 'a3', 'site-3'),
    )
    expect(countUnanswered(room)).toMatchObject({
      total: 2,
      lane: 2,
      laneNewest: room.alarms.get('a2')?.raisedAt,
    })
  })
})
