import { describe, expect, it } from 'vitest'
import {
  acknowledged,
  alarmAdded,
  dispatched,
  opened,
  raised,
  restored,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { roomOf } from '../testing/given'
import { sectionsOf } from './queue-row'
import { queueRows } from './queue-rows'
import { topUnanswered } from './top-unanswered'

const ground = [
  sites(site('site-1'), site('site-2'), site('site-3')),
  teams(team('t1'), team('t2')),
]
const ids = (...past: Parameters<typeof roomOf>) => queueRows(roomOf(...past)).map((row) => row.id)

describe('the order of the queue', () => {
  it('puts the graver priority first', () =>
    expect(
      ids(
        ...ground,
        raised('low', 'site-1', { priority: 3 }),
        raised('grave', 'site-2', { priority: 1 }),
      ),
    ).toEqual(['grave', 'low']))

  it('puts the newest first within a priority', () =>
    expect(ids(...ground, raised('old', 'site-1'), raised('new', 'site-2'))).toEqual([
      'new',
      'old',
    ]))

  it('puts a person under threat before anything else that waits, whatever the priority', () =>
    expect(
      ids(
        ...ground,
        raised('duress', 'site-1', { kind: 'duress', priority: 2 }),
        raised('fire', 'site-2', { kind: 'fire', priority: 1 }),
        raised('panic', 'site-3', { kind: 'panic', priority: 1 }),
      ),
    ).toEqual(['panic', 'duress', 'fire']))

  it('puts what nobody has taken before what is in hand, whatever the priority', () =>
    expect(
      ids(
        ...ground,
        raised('a1', 'site-1', { priority: 1 }),
        acknowledged('a1', 'i1'),
        opened('i1', 'a1'),
        raised('a2', 'site-2', { priority: 4 }),
      ),
    ).toEqual(['a2', 'i1']))

  it('has the alarm to answer next on top', () => {
    const room = roomOf(
      ...ground,
      raised('a1', 'site-1', { priority: 3 }),
      raised('a2', 'site-2', { priority: 1 }),
      raised('a3', 'site-3', { priority: 1 }),
    )
    expect(topUnanswered(room)).toEqual({ kind: 'alarm', alarmId: 'a3' })
    expect(queueRows(room)[0]?.id).toBe('a3')
  })
})

describe('a row in hand', () => {
  const inHand = [...ground, raised('a1'), acknowledged('a1', 'i1'), opened('i1', 'a1')]
  const first = (...past: Parameters<typeof roomOf>) => queueRows(roomOf(...past))[0]

  it('says that no team is there when the one sent was called back', () => {
    const calledBack = {
      type: 'dispatch-cancelled',
      data: { assignmentId: 'as1', reason: 'nearer one free' },
    } as const
    expect(first(...inHand, dispatched('as1', 'i1', 't1'), calledBack)).toMatchObject({
      type: 'incident',
      team: null,
    })
  })
  it('says who owns it, and that no team was sent', () =>
    expect(first(...inHand)).toMatchObject({ type: 'incident', owner: 'Officer One', team: null }))

  it('counts its age from the first alarm, not from when it was taken', () =>
    expect(first(...inHand)).toMatchObject({ at: 3_000 }))

  it('shows the team that is furthest, and how many more there are', () =>
    expect(
      first(...inHand, dispatched('as1', 'i1', 't1'), dispatched('as2', 'i1', 't2'), {
        type: 'team-en-route',
        data: { assignmentId: 'as2' },
      }),
    ).toMatchObject({ team: { callSign: 'T2', phase: 'en-route', more: 1 } }))

  it('shows what became of the last team once none is on it', () =>
    expect(
      first(...inHand, dispatched('as1', 'i1', 't1'), {
        type: 'team-cleared',
        data: { assignmentId: 'as1' },
      }),
    ).toMatchObject({ team: { callSign: 'T1', phase: 'cleared', more: 0 } }))

  it('is restored once all its causes are gone, and not before', () => {
    const second = [
      raised('a2', 'site-1', { kind: 'tamper' }),
      acknowledged('a2', 'i1'),
      alarmAdded('i1', 'a2', { kind: 'tamper' }),
    ]
    expect(first(...inHand, ...second, restored('a1'))).toMatchObject({
      restoredAt: null,
      signalCount: 3,
    })
    expect(first(...inHand, ...second, restored('a1'), restored('a2'))).toMatchObject({
      restoredAt: 10_000,
    })
  })
})

describe('a new alarm at a site in hand', () => {
  const inHand = [...ground, raised('a1'), acknowledged('a1', 'i1'), opened('i1', 'a1')]
  const grave = { kind: 'hold-up', priority: 1, zone: '9' } as const
  it('stands before the incident until it is taken', () =>
    expect(ids(...inHand, raised('a2', 'site-1', { zone: '2' }))).toEqual(['a2', 'i1']))
  it('gives the incident its kind and zone when it is the graver', () =>
    expect(
      queueRows(
        roomOf(
          ...inHand,
          raised('a2', 'site-1', grave),
          acknowledged('a2', 'i1'),
          alarmAdded('i1', 'a2', grave),
        ),
      ),
    ).toMatchObject([{ id: 'i1', kind: 'hold-up', priority: 1, zone: '9', at: 3_000 }]))
})

describe('the lane', () => {
  const taken = [acknowledged('a1', 'i1'), opened('i1', 'a1')]
  const laneOf = (...past: Parameters<typeof roomOf>) =>
    sectionsOf(queueRows(roomOf(...ground, ...past))).lane.map(({ id }) => id)
  it('has hold-up, duress and panic, the newest first, and nothing else', () =>
    expect(
      laneOf(
        raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
        raised('a2', 'site-2', { kind: 'fire', priority: 1 }),
        raised('a3', 'site-2', { kind: 'panic', priority: 1 }),
        raised('a4', 'site-3', { kind: 'duress', priority: 1 }),
      ),
    ).toEqual(['a4', 'a3', 'a1']))
  it('keeps one that is in hand, below those nobody has taken', () =>
    expect(
      laneOf(
        raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }),
        ...taken,
        raised('a2', 'site-2', { kind: 'panic', priority: 1 }),
      ),
    ).toEqual(['a2', 'i1']))
  it('has an incident of which any alarm is a person under threat, and says so', () => {
    const fire = { kind: 'fire', priority: 1 } as const
    const threat = { kind: 'duress', priority: 2, zone: '9' } as const
    const room = roomOf(
      ...ground,
      raised('a1', 'site-1', fire),
      acknowledged('a1', 'i1'),
      opened('i1', 'a1', 'site-1'),
      raised('a2', 'site-1', threat),
      acknowledged('a2', 'i1'),
      alarmAdded('i1', 'a2', threat),
    )
    expect(sectionsOf(queueRows(room)).lane).toMatchObject([
      { id: 'i1', kind: 'duress', zone: '9' },
    ])
  })
})
