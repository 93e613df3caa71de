import { describe, expect, it } from 'vitest'
import { minute } from '../lang/instant'
import {
  acknowledged,
  dispatched,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { roomOf } from '../testing/given'
import { dispatchReasonSchema } from './assignment'
import { dispatchReason } from './dispatch-reason'
import type { Position } from './position'
import { recommendTeams } from './recommend'
import { uncoveredBy } from './uncovered'

const now = 1_000_000
const here = { lon: 65.79, lat: 38.86 }
const away = (km: number) => ({ lon: here.lon, lat: here.lat + km / 111.2 })
const fix = (teamId: string, km: number, age = 1_000): [string, Position] => [
  teamId,
  { teamId, ...away(km), at: now - age, speed: 0, heading: 0 },
]
const room = roomOf(
  sites(site('site-1'), site('site-2')),
  teams(team('q-03'), team('q-07'), team('q-11'), team('q-20')),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1', 'site-1'),
  dispatched('as1', 'i1', 'q-03'),
)
const positions = new Map([
  fix('q-03', 1),
  fix('q-11', 1.5, 12 * minute),
  fix('q-07', 2),
  fix('q-20', 3),
])
const recommendation = recommendTeams(room, positions, here, now)

describe('the reason a team is sent for', () => {
  it('says that it was the nearest available, by which figures, and whom the console passed over', () => {
    const reason = dispatchReason(room, recommendation, 'q-07')
    expect(reason).toMatchObject({ recommended: true, positionAge: 1_000 })
    expect(reason.text).toBe('nearest available; passed over: Q-03 busy, Q-11 position 12 min old')
    expect(reason.metres).toBeCloseTo(2_000, -2)
    expect(dispatchReasonSchema.safeParse(reason).success).toBe(true)
  })
  it('names the recommended team when the officer chose another one', () =>
    expect(dispatchReason(room, recommendation, 'q-20')).toMatchObject({
      recommended: false,
      text: expect.stringContaining('chosen by the officer; recommended was Q-07'),
    }))
  it('has no figures for a team that was not among the candidates', () =>
    expect(dispatchReason(room, recommendation, 'q-03')).toMatchObject({
      metres: null,
      seconds: null,
    }))
  it('fits the journal however many were passed over', () => {
    const many = Array.from({ length: 200 }, (_, at) => team(`${at}`, { callSign: 'X'.repeat(20) }))
    const all = roomOf(sites(site('site-1')), teams(...many))
    const off = many.map(
      ({ id: teamId }) =>
        ({ teamId, reason: 'out-of-service', metres: 1, positionAge: null }) as const,
    )
    expect(
      dispatchReason(all, { candidates: [], passedOver: off }, '0').text.length,
    ).toBeLessThanOrEqual(300)
  })
})

describe('taking a team from an incident', () => {
  const assignment = room.assignments.get('as1')
  if (!assignment) throw new Error('as1 was dispatched')
  it('says who stays and who is nearest in its place', () =>
    expect(uncoveredBy(room, positions, assignment, now)).toMatchObject({
      remaining: [],
      replacement: { teamId: 'q-07' },
    }))
})
