import { describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/actor'
import type { Command } from '../room/commands'
import type { RoomEvent } from '../room/events'
import { roomToJson } from '../room/parts'
import {
  acknowledge,
  acknowledged,
  close,
  dispatch,
  dispatched,
  officer,
  officer2,
  opened,
  progress,
  raised,
  signal,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { roomOf } from '../testing/given'
import { liveRoom, night } from '../testing/live-room'
import { dependentsOf, expectedRoom, type Given } from './expected-room'

const unit = [sites(site('site-1'), site('site-2')), teams(team('q-01'), team('q-02'))] as const
const holdUp = raised('a1', 'site-1', { kind: 'hold-up', priority: 1 })

let last = 0
const waiting = (...commands: Command[]): Given[] => by(officer, ...commands)
const by = (actor: Actor, ...commands: Command[]): Given[] =>
  commands.map((command) => ({ commandId: `c${++last}`, command, by: actor, at: 200_000 + last }))
const outcomes = (given: readonly Given[], ...past: RoomEvent[]) => {
  const { verdicts } = expectedRoom(roomOf(...unit, holdUp, ...past), given)
  return given.map(({ commandId }) => {
    const verdict = verdicts.get(commandId)
    if (verdict?.outcome === 'refused') return verdict.refusal.code
    return verdict?.outcome === 'agreed' ? verdict.notice.code : verdict?.outcome
  })
}
/** As a console writes it that has not heard of the incident yet. */
const dispatchFor = (
  alarmId: string,
  incidentId: string,
  teamId = 'q-01',
  assignmentId = 'as1',
): Command => ({
  ...(dispatch(incidentId, teamId, assignmentId) as Extract<Command, { type: 'dispatch-team' }>),
  alarmId,
})

describe('the room expected', () => {
  it('is the room of the hub itself while nothing waits', () => {
    const hub = roomOf(...unit, holdUp)
    expect(expectedRoom(hub, []).room).toBe(hub)
  })
  it('has the team on the incident that the acknowledgement before it opens', () => {
    const given = waiting(acknowledge('a1', 'i1'), dispatch('i1', 'q-01', 'as1'))
    const { room, marks } = expectedRoom(roomOf(...unit, holdUp), given)
    expect(room.alarms.get('a1')).toMatchObject({ phase: 'acknowledged', incidentId: 'i1' })
    expect(room.incidents.get('i1')).toMatchObject({
      owner: { name: officer.name },
      assignmentIds: ['as1'],
    })
    expect(room.teams.get('q-01')).toMatchObject({ phase: 'assigned', assignmentId: 'as1' })
    for (const mark of ['alarm:a1', 'incident:i1', 'assignment:as1', 'team:q-01'] as const)
      expect([...marks.keys()]).toContain(mark)
    expect(marks.get('team:q-01')).toBe(given[1]?.commandId)
  })
  it('says how far the hub is, not how far it would be', () => {
    const hub = roomOf(...unit, holdUp)
    const { room } = expectedRoom(hub, waiting(acknowledge('a1')))
    expect([room.seq, room.at]).toEqual([hub.seq, hub.at])
  })
  it('leaves the room of the hub as it was', () => {
    const hub = roomOf(...unit, holdUp)
    const before = JSON.stringify(roomToJson(hub))
    expectedRoom(hub, waiting(acknowledge('a1'), dispatch('i1', 'q-01'), close('i1')))
    expect(JSON.stringify(roomToJson(hub))).toBe(before)
  })
  it('keeps a dispatch for an alarm that a colleague took first, in the incident of the colleague', () => {
    const given = by(officer2, acknowledge('a1', 'i1'), dispatchFor('a1', 'i1'))
    const past = [acknowledged('a1', 'i9'), opened('i9', 'a1')]
    expect(outcomes(given, ...past)).toEqual(['alarm-already-acknowledged', 'accepted'])
    expect(
      expectedRoom(roomOf(...unit, holdUp, ...past), given).room.assignments.get('as1')?.incidentId,
    ).toBe('i9')
  })
  it('sends no second team to an alarm to which a colleague has sent one meanwhile, and says who did', () => {
    const given = by(officer2, acknowledge('a1', 'i1'), dispatchFor('a1', 'i1'))
    const past = [acknowledged('a1', 'i9'), opened('i9', 'a1'), dispatched('as9', 'i9', 'q-02')]
    const { verdicts } = expectedRoom(roomOf(...unit, holdUp, ...past), given)
    expect(verdicts.get(given[1]?.commandId ?? '')).toMatchObject({
      refusal: {
        code: 'team-sent-already',
        text: expect.stringContaining('Officer One has sent Q-02'),
      },
    })
  })
  it('has every team that one officer sends to one alarm, into whichever incident it was taken', () => {
    const given = by(
      officer2,
      acknowledge('a1', 'i1'),
      dispatchFor('a1', 'i1'),
      dispatchFor('a1', 'i1', 'q-02', 'as2'),
    )
    expect(outcomes(given, acknowledged('a1', 'i9'), opened('i9', 'a1')).slice(1)).toEqual([
      'accepted',
      'accepted',
    ])
  })
  it('follows an alarm that joined the incident open at its site', () => {
    const fire = raised('a2', 'site-1', { kind: 'fire' })
    const given = waiting(acknowledge('a2', 'i2'), dispatchFor('a2', 'i2'))
    expect(outcomes(given, fire, acknowledged('a1', 'i1'), opened('i1', 'a1'))).toEqual([
      'accepted',
      'accepted',
    ])
  })
  it('closes no incident of a colleague by a command that was meant for one of its own', () => {
    const ended: Command = {
      ...(close('i1') as Extract<Command, { type: 'close-incident' }>),
      alarmId: 'a1',
    }
    expect(outcomes(waiting(ended), acknowledged('a1', 'i9'), opened('i9', 'a1'))).toEqual([
      'incident-of-another',
    ])
  })
  it('refuses what depends on an acknowledgement that was never given, naming the reason', () => {
    expect(outcomes(waiting(dispatchFor('a1', 'i1')))).toEqual(['not-acknowledged'])
  })
})

describe('taking a command back', () => {
  it('takes back what would be refused without it, and nothing else', () => {
    const hub = roomOf(...unit, holdUp, raised('a2', 'site-2'))
    const given = waiting(
      acknowledge('a1', 'i1'),
      acknowledge('a2', 'i2'),
      dispatchFor('a1', 'i1'),
      progress('as1', 'en-route'),
      dispatchFor('a2', 'i2', 'q-02', 'as2'),
    )
    const [first, , sent, reported] = given.map(({ commandId }) => commandId)
    expect(dependentsOf(hub, given, first ?? '')).toEqual([sent, reported])
    expect(dependentsOf(hub, given, sent ?? '')).toEqual([reported])
    expect(dependentsOf(hub, given, reported ?? '')).toEqual([])
  })
  it('takes back nothing that would be refused anyway', () => {
    const given = waiting(acknowledge('a1', 'i1'), dispatch('unknown', 'q-01'))
    expect(dependentsOf(roomOf(...unit, holdUp), given, given[0]?.commandId ?? '')).toEqual([])
  })
})

describe('an alarm acknowledged while the hub is away', () => {
  it('is still acknowledged when further signals of it come in with the return of the hub', () => {
    const hub = liveRoom(...unit)
    hub.receive(signal('0001'), night)
    const given = waiting(acknowledge('a1', 'i1'))
    hub.receive(signal('0001', { sequence: '0002' }), night + 1_000)
    expect(expectedRoom(hub.room, given).room.alarms.get('a1')).toMatchObject({
      phase: 'acknowledged',
      signalCount: 2,
    })
  })
})
