import { describe, expect, it } from 'vitest'
import type { RoomEvent } from '../room/events'
import {
  acknowledged,
  close,
  crewOf,
  dispatch,
  dispatched,
  nearest,
  officer,
  officer2,
  opened,
  progress,
  raised,
  site,
  sites,
  supervisor,
  team,
  teams,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { recommendTeams } from './recommend'

const incident: RoomEvent[] = [
  sites(site('site-1'), site('site-2')),
  teams(team('t1'), team('t2')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  raised('a2', 'site-2'),
  acknowledged('a2', 'i2'),
  opened('i2', 'a2', 'site-2'),
]
const sent = [...incident, dispatched('as1', 'i1', 't1')]
const reported = (
  type: 'dispatch-acknowledged' | 'team-en-route' | 'team-on-scene' | 'team-cleared',
): RoomEvent => ({
  type,
  data: { assignmentId: 'as1' },
})

describe('dispatching a team', () => {
  it('records the team, the incident and why it was this team', () =>
    given(...incident)
      .when(dispatch('i1', 't1'))
      .thenAccepted(dispatched('as1', 'i1', 't1')))
  it('is refused for a busy team, naming where it is and who sent it', () =>
    given(...incident, {
      event: dispatched('as1', 'i1', 't1'),
      by: officer,
      at: Date.UTC(2026, 0, 1),
    })
      .when(dispatch('i2', 't1', 'as2'))
      .thenRefused(
        'team-busy',
        'T1 is on another incident (Site site-1); Officer One sent it at 05:00:00',
      ))
  it('is agreement when the team is on its way there already', () =>
    given(...sent)
      .when(dispatch('i1', 't1', 'as2'), officer2)
      .thenAgreed('team-already-sent'))
  it('is refused for a team out of service, with the reason', () =>
    given(...incident, {
      type: 'team-taken-out-of-service',
      data: { teamId: 't1', reason: 'flat tyre' },
    })
      .when(dispatch('i1', 't1'))
      .thenRefused('team-out-of-service', 'T1 is out of service: flat tyre'))
  it('is refused once the incident is closed', () =>
    given(...incident, {
      type: 'incident-closed',
      data: { incidentId: 'i1', disposition: 'test', remark: '' },
    })
      .when(dispatch('i1', 't1'))
      .thenRefused('incident-closed'))
})

describe('the run of a team', () => {
  it('goes dispatched, acknowledged, en route, on scene, cleared, and keeps the time of each', () => {
    const room = roomOf(
      ...sent,
      reported('dispatch-acknowledged'),
      reported('team-en-route'),
      reported('team-on-scene'),
      reported('team-cleared'),
    )
    expect(Object.keys(room.assignments.get('as1')?.times ?? {})).toEqual([
      'dispatched',
      'acknowledged',
      'en-route',
      'on-scene',
      'cleared',
    ])
    expect(room.teams.get('t1')?.phase).toBe('available')
    expect(room.incidents.get('i1')?.log.map((line) => line.type)).toEqual([
      'incident-opened',
      'team-dispatched',
      'dispatch-acknowledged',
      'team-en-route',
      'team-on-scene',
      'team-cleared',
    ])
  })
  it('is reported by the team itself', () =>
    given(...sent)
      .when(progress('as1', 'acknowledged'), crewOf('t1'))
      .thenAccepted(reported('dispatch-acknowledged')))
  it('is not reported by another team', () =>
    given(...sent)
      .when(progress('as1', 'acknowledged'), crewOf('t2'))
      .thenRefused('not-your-assignment'))
  it('may skip a step the crew forgot to report', () =>
    given(...sent)
      .when(progress('as1', 'on-scene'), crewOf('t1'))
      .thenAccepted(reported('team-on-scene')))
  it('never goes back', () =>
    given(...sent, reported('team-on-scene'))
      .when(progress('as1', 'en-route'), crewOf('t1'))
      .thenRefused('progress-backwards'))
  it('takes the same report twice as agreement', () =>
    given(...sent, reported('team-en-route'))
      .when(progress('as1', 'en-route'), crewOf('t1'))
      .thenAgreed('progress-already-reported'))
  it('keeps the incident from being closed while the team is out there', () =>
    given(...sent, reported('team-on-scene'))
      .when(close('i1'))
      .thenRefused('team-still-assigned', 'T1 is still on this incident: clear or cancel it first'))
})

describe('reassigning a team', () => {
  const reassign = {
    type: 'reassign-team',
    assignmentId: 'as1',
    newAssignmentId: 'as2',
    toIncidentId: 'i2',
    reason: 'a hold-up has come in nearer',
    dispatch: nearest,
  } as const
  it("is the supervisor's to do", () =>
    given(...sent)
      .when(reassign, officer)
      .thenRefused('not-your-role'))
  it('ends one assignment and begins the other in one entry, with the reason in both logs', () => {
    given(...sent)
      .when(reassign, supervisor)
      .thenTypes('team-reassigned')
    const { type, ...data } = reassign
    const room = roomOf(...sent, { type: 'team-reassigned', data })
    expect(type).toBe('reassign-team')
    expect(room.assignments.get('as1')?.phase).toBe('reassigned')
    expect(room.assignments.get('as2')?.incidentId).toBe('i2')
    expect(room.teams.get('t1')).toMatchObject({ phase: 'assigned', assignmentId: 'as2' })
    for (const id of ['i1', 'i2'])
      expect(room.incidents.get(id)?.log.at(-1)?.params).toMatchObject({
        reason: 'a hold-up has come in nearer',
      })
  })
  it('is refused once the run has ended', () =>
    given(...sent, reported('team-cleared'))
      .when(reassign, supervisor)
      .thenRefused('assignment-ended'))
})

describe('recommending a team', () => {
  const place = { lon: 65.79, lat: 38.86 }
  const fix = (teamId: string, lon: number, at: number) => ({
    teamId,
    lon,
    lat: 38.86,
    at,
    speed: 0,
    heading: 0,
  })
  const room = roomOf(...incident)
  it('takes the nearest available one by its last position', () => {
    const positions = new Map([
      ['t1', fix('t1', 65.9, 0)],
      ['t2', fix('t2', 65.8, 0)],
    ])
    expect(
      recommendTeams(room, positions, place, 1_000).candidates.map((row) => row.teamId),
    ).toEqual(['t2', 't1'])
  })
  it('passes over a nearer one that is busy or whose position is old, and says so', () => {
    const busy = roomOf(...sent)
    const positions = new Map([['t1', fix('t1', 65.79, 0)]])
    expect(recommendTeams(busy, positions, place, 1_000).passedOver).toMatchObject([
      { teamId: 't1', reason: 'busy' },
    ])
    const old = recommendTeams(room, positions, place, 600_000)
    expect(old.candidates[0]?.teamId).toBe('t2')
    expect(old.passedOver).toMatchObject([
      { teamId: 't1', reason: 'position-old', positionAge: 600_000 },
    ])
  })
  it('judges a team that never sent a position by its post', () =>
    expect(recommendTeams(room, new Map(), place, 0).candidates[0]?.positionAge).toBeNull())
})
