import { describe, expect, it } from 'vitest'
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
import { roster } from './roster'

const room = roomOf(
  sites(site('site-1'), site('site-2')),
  teams(team('c'), team('a'), team('b'), team('d'), team('e')),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1', 'site-1'),
  dispatched('as-d', 'i1', 'd'),
  { type: 'dispatch-acknowledged', data: { assignmentId: 'as-d' } },
  { type: 'team-en-route', data: { assignmentId: 'as-d' } },
  dispatched('as-c', 'i1', 'c'),
  { type: 'team-taken-out-of-service', data: { teamId: 'a', reason: 'rest' } },
)

describe('the roster', () => {
  it('puts runs first, the one that has got least far on top, then the available, then those out of service', () =>
    expect(roster(room).map(({ team }) => team.id)).toEqual(['c', 'd', 'b', 'e', 'a']))
  it('names the run and the site of a team that is on one', () => {
    const [first, , third] = roster(room)
    expect(first).toMatchObject({ assignment: { id: 'as-c' }, site: { id: 'site-1' } })
    expect(third).toMatchObject({ assignment: null, site: null })
  })
})
