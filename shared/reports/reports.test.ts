import { describe, expect, it } from 'vitest'
import { isUnanswered } from '../alarms/queue-row'
import { queueRows } from '../alarms/queue-rows'
import { planProgress } from '../incidents/plan-progress'
import { wholeIncident } from '../incidents/whole'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import type { RoomEvent } from '../room/events'
import { evolve } from '../room/evolve'
import { roomFromJson, roomToJson } from '../room/parts'
import type { Room, WholeRoom } from '../room/room'
import { roster } from '../teams/roster'
import { uncoveredBy } from '../teams/uncovered'
import {
  acknowledged,
  close,
  dispatch,
  nearest,
  officer,
  officer2,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
  trainer,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { nextEntry } from '../testing/night'

const base: readonly RoomEvent[] = [sites(site('site-1'), site('site-2')), teams(team('t1'))]
const place = { address: 'Park gate', location: { lon: 65.8, lat: 38.87 } }
const report = (change: Partial<Extract<Command, { type: 'report-incident' }>> = {}): Command => ({
  ...{ type: 'report-incident', reportId: 'r1', kind: 'burglary', text: 'A broken window' },
  ...change,
})

/** The room after commands that must all be accepted. */
function roomAfter(room: WholeRoom, ...commands: readonly Command[]): WholeRoom {
  return commands.reduce((before, command) => {
    const decision = decide(before, command, { by: officer, at: before.at + 1_000 })
    if (decision.outcome !== 'accepted') throw new Error(JSON.stringify(decision))
    return decision.events.reduce((now, event) => evolve(now, nextEntry(event, now)), before)
  }, room)
}
const incidentOf = (room: Room, id: string) => {
  const incident = wholeIncident(room, id)
  if (!incident) throw new Error(`${id} is not in the room`)
  return incident
}

describe('What somebody reports by telephone', () => {
  it('opens an incident at a site, without an alarm, owned by whoever took it', () => {
    given(...base)
      .when(report({ siteId: 'site-1', callerName: 'Neighbour', callerPhone: '+998 00' }))
      .thenAccepted({
        type: 'incident-reported',
        data: {
          ...{ incidentId: 'r1', siteId: 'site-1', kind: 'burglary', priority: 2 },
          ...{ plan: { id: 'intrusion', version: 1 }, text: 'A broken window' },
          ...{ callerName: 'Neighbour', callerPhone: '+998 00' },
        },
      })
    const room = roomAfter(roomOf(...base), report({ siteId: 'site-1' }))
    expect(incidentOf(room, 'r1')).toMatchObject({
      ...{ owner: { id: officer.id }, alarmIds: [], phase: 'open' },
      reports: [{ text: 'A broken window', by: officer.name }],
    })
    expect(room.openIncidents.get('site-1')).toBe('r1')
    expect(room.alarms.size).toBe(0)
  })
  it('stands in hand in the queue with its place, and no restoral can end it', () => {
    const room = roomAfter(roomOf(...base), report({ place, kind: 'fire' }))
    const [row] = queueRows(room)
    expect(row).toMatchObject({ type: 'incident', kind: 'fire', priority: 1, owner: officer.name })
    expect(row?.site).toMatchObject({ name: 'Park gate', location: place.location })
    expect(row && isUnanswered(row)).toBe(false)
    expect(row?.restoredAt).toBeNull()
  })
  it('at a place that is no site has a plan, a team, a distance and an end like any other', () => {
    const room = roomAfter(roomOf(...base), report({ place }), dispatch('r1', 't1'))
    const assignment = room.assignments.get('as1')
    expect(planProgress(room, incidentOf(room, 'r1')).map(({ id }) => id)).toContain(
      'dispatch-team',
    )
    expect(roster(room)[0]?.site).toMatchObject({ name: 'Park gate' })
    expect(assignment && uncoveredBy(room, new Map(), assignment, 0)).toMatchObject({
      remaining: [],
    })
    const ended = roomAfter(
      room,
      { type: 'report-progress', assignmentId: 'as1', to: 'cleared' },
      close('r1'),
    )
    expect(incidentOf(ended, 'r1').phase).toBe('closed')
    expect(ended.openIncidents.size).toBe(0)
  })
  it('at a point without an address is called by its coordinates, latitude first', () => {
    const room = roomAfter(roomOf(...base), report({ place: { ...place, address: '' } }))
    expect(queueRows(room)[0]?.site?.name).toBe('38.87000, 65.80000')
  })
  it('is the same from a snapshot', () => {
    const room = roomAfter(roomOf(...base), report({ place }))
    const again = roomFromJson(JSON.parse(JSON.stringify(roomToJson(room))))
    expect(roomToJson(again)).toEqual(roomToJson(room))
    expect(again.openIncidents.toJS()).toEqual(room.openIncidents.toJS())
  })
  it('joins the incident that is open at its site, and leads it when it is graver', () => {
    const open = [...base, raised('a1'), acknowledged('a1', 'i1'), opened('i1', 'a1')]
    given(...open)
      .when(report({ siteId: 'site-1', kind: 'hold-up' }), officer2)
      .thenTypes('incident-report-added')
    const room = roomAfter(roomOf(...open), report({ siteId: 'site-1', kind: 'hold-up' }))
    expect(incidentOf(room, 'i1')).toMatchObject({ kind: 'hold-up', priority: 1 })
    expect(queueRows(room)).toHaveLength(1)
  })
  it('of a person under threat stands in the lane, whatever else is as grave', () => {
    const open = [
      ...base,
      raised('a1', 'site-1', { kind: 'fire', priority: 1 }),
      acknowledged('a1', 'i1'),
      opened('i1', 'a1'),
    ]
    const room = roomAfter(roomOf(...open), report({ siteId: 'site-1', kind: 'panic' }))
    expect(queueRows(room)[0]?.kind).toBe('panic')
  })
  it('needs one place, a known site, an id of its own and somebody on duty', () => {
    given(...base)
      .when(report())
      .thenRefused('report-place')
    given(...base)
      .when(report({ siteId: 'site-1', place }))
      .thenRefused('report-place')
    given(...base)
      .when(report({ siteId: 'site-9' }))
      .thenRefused('site-unknown')
    given(...base)
      .when(report({ reportId: 'site-2', place }))
      .thenRefused('id-taken')
    given(...base)
      .when(report({ place }), trainer)
      .thenRefused('not-your-role')
  })
})

describe('A report of what is in the room already', () => {
  const waiting = [...base, raised('a1')]
  it('takes the unanswered alarm of its own site and joins it: one incident', () => {
    const sameAs = { alarmId: 'a1', takenAs: 'i1' }
    given(...waiting)
      .when(report({ siteId: 'site-1', sameAs }))
      .thenTypes('alarm-acknowledged', 'incident-opened', 'incident-report-added')
  })
  it('takes an unanswered alarm of another place and is merged with it', () => {
    const room = roomAfter(
      roomOf(...waiting),
      report({ place, sameAs: { alarmId: 'a1', takenAs: 'i1' } }),
    )
    expect(queueRows(room)).toMatchObject([{ id: 'i1', parts: 2 }])
    expect(incidentOf(room, 'r1').id).toBe('i1')
    expect(incidentOf(room, 'i1').reports).toHaveLength(1)
  })
  it('is merged with the incident of the colleague who was quicker to take that alarm', () => {
    given(...waiting, acknowledged('a1', 'i2'), opened('i2', 'a1'))
      .when(report({ place, sameAs: { alarmId: 'a1', takenAs: 'i1' } }))
      .thenTypes('incident-reported', 'incident-merged')
  })
  it('can be linked instead, and stays apart', () => {
    const room = roomAfter(
      roomOf(...waiting, acknowledged('a1', 'i1'), opened('i1', 'a1')),
      report({ place, linkTo: 'i1' }),
    )
    expect(room.incidents.get('r1')?.links).toEqual(['i1'])
    expect(room.incidents.get('i1')?.links).toEqual(['r1'])
    expect(queueRows(room)).toHaveLength(2)
  })
})

it('A team sent to a reported place is named busy with that place', () => {
  const room = roomAfter(roomOf(...base), report({ place }), dispatch('r1', 't1'))
  const decision = decide(
    roomAfter(room, { ...report({ siteId: 'site-2' }), reportId: 'r2' } as Command),
    {
      ...{ type: 'dispatch-team', incidentId: 'r2', teamId: 't1', assignmentId: 'as2' },
      reason: nearest,
    },
    { by: officer2, at: 9_000 },
  )
  expect(decision).toMatchObject({ refusal: { code: 'team-busy', params: { site: 'Park gate' } } })
})
