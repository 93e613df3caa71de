import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inLane } from '../alarms/lane'
import { queueRows } from '../alarms/queue-rows'
import { wholeIncident } from '../incidents/whole'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import type { RoomEvent } from '../room/events'
import { evolve } from '../room/evolve'
import { roomFromJson, roomToJson } from '../room/parts'
import type { Room, WholeRoom } from '../room/room'
import {
  acknowledged,
  close,
  dispatched,
  officer,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
  trainer,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { eventsOf, nextEntry, nightStart, quietRegister } from '../testing/night'

const two: readonly RoomEvent[] = [
  sites(site('site-1'), site('site-2')),
  teams(team('t1'), team('t2')),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1', 'site-1'),
  raised('a2', 'site-2', { kind: 'hold-up', priority: 1 }),
  acknowledged('a2', 'i2'),
  {
    type: 'incident-opened',
    data: {
      ...{ incidentId: 'i2', siteId: 'site-2', alarmId: 'a2', kind: 'hold-up', priority: 1 },
      plan: { id: 'armed-threat', version: 1 },
    },
  },
]
const merge = (incidentId = 'i2', intoId = 'i1'): Command => ({
  ...{ type: 'merge-incident', incidentId, intoId },
})
const unmerge = (incidentId = 'i2'): Command => ({ type: 'unmerge-incident', incidentId })
const mergedEvent: RoomEvent = {
  type: 'incident-merged',
  data: { incidentId: 'i2', intoId: 'i1' },
}

function apply<R extends Room>(room: R, command: Command): R {
  const decision = decide(room, command, { by: officer, at: room.at })
  if (decision.outcome !== 'accepted') throw new Error(JSON.stringify(decision))
  return decision.events.reduce((now, event) => evolve(now, nextEntry(event, now)), room)
}
const whole = (room: Room, id: string) => {
  const incident = wholeIncident(room, id)
  if (!incident) throw new Error(`${id} is not in the room`)
  return incident
}

/** All of a room but the logs and the number of its last entry. */
function apartFromLogs(room: WholeRoom) {
  const { seq: _, ...json } = roomToJson(room)
  return { ...json, incidents: json.incidents.map((one) => ({ ...one, log: [] })) }
}

describe('Merging two incidents', () => {
  it('is one entry, and says in both logs which went into which', () => {
    given(...two)
      .when(merge())
      .thenAccepted(mergedEvent)
    const room = roomOf(...two, mergedEvent)
    const line = { type: 'incident-merged', params: { from: 'Site site-2', into: 'Site site-1' } }
    expect(room.incidents.get('i1')?.log.at(-1)).toMatchObject(line)
    expect(room.incidents.get('i2')?.log.at(-1)).toMatchObject(line)
    expect(whole(room, 'i1').log.filter(({ type }) => type === 'incident-merged')).toHaveLength(1)
  })
  it('gives one row with the alarms, teams and log of both', () => {
    const room = apply(
      roomOf(...two, dispatched('as1', 'i1', 't1'), dispatched('as2', 'i2', 't2')),
      merge(),
    )
    expect(queueRows(room)).toMatchObject([
      { id: 'i1', parts: 2, alarmIds: ['a1', 'a2'], team: { more: 1 } },
    ])
    expect(whole(room, 'i1').assignmentIds).toEqual(['as1', 'as2'])
  })
  it('never takes the lane or the priority from a hold-up', () => {
    const [row] = queueRows(apply(roomOf(...two), merge()))
    expect(row).toMatchObject({ kind: 'hold-up', priority: 1 })
    expect(row && inLane(row.kind)).toBe(true)
  })
  it('follows the plan of the gravest, and counts the steps done in either', () => {
    const step: RoomEvent = {
      type: 'incident-step-completed',
      data: { incidentId: 'i2', stepId: 'inform-police' },
    }
    const room = apply(roomOf(...two, step), merge())
    expect(whole(room, 'i1').plan?.id).toBe('armed-threat')
    expect(whole(room, 'i1').steps).toHaveProperty('inform-police')
    expect(room.incidents.get('i1')?.plan?.id).toBe('intrusion')
  })
  it('leads every later command for either to the one they are worked on as', () => {
    const room = apply(roomOf(...two), merge())
    const note: Command = { type: 'add-note', incidentId: 'i2', noteId: 'n1', text: 'Seen' }
    expect(apply(room, note).incidents.get('i1')?.log.at(-1)?.params.text).toBe('Seen')
  })
  it('keeps teams under way on both: two cars on one event are the usual reason', () => {
    const sent = [dispatched('as1', 'i1', 't1'), dispatched('as2', 'i2', 't2')]
    given(...two, ...sent)
      .when(merge())
      .thenTypes('incident-merged')
    given(...two, ...sent, mergedEvent)
      .when(close('i1'))
      .thenRefused('team-still-assigned')
  })
  it('ends both with one closing, each by an entry of its own', () => {
    const room = apply(roomOf(...two, mergedEvent), close('i2'))
    expect(room.incidents.get('i1')).toMatchObject({ phase: 'closed' })
    expect(room.incidents.get('i2')).toMatchObject({ phase: 'closed', mergedInto: 'i1' })
    expect(room.openIncidents.size).toBe(0)
    expect([...room.alarms.values()].every(({ phase }) => phase === 'closed')).toBe(true)
  })
  it('is agreed to when they are one already, and refused where it makes no sense', () => {
    given(...two, mergedEvent)
      .when(merge())
      .thenAgreed('merged-already')
    given(...two, mergedEvent)
      .when(merge('i1', 'i2'))
      .thenAgreed('merged-already')
    given(...two)
      .when(merge('i1', 'i1'))
      .thenRefused('same-incident')
    given(...two)
      .when(merge('i2', 'i9'))
      .thenRefused('incident-unknown')
    const ended: RoomEvent = {
      type: 'incident-closed',
      data: { incidentId: 'i1', disposition: 'true-alarm', remark: '' },
    }
    given(...two, ended)
      .when(merge())
      .thenRefused('incident-closed')
    given(...two, ended)
      .when(merge('i1', 'i2'))
      .thenRefused('incident-closed')
    given(...two)
      .when(merge(), trainer)
      .thenRefused('not-your-role')
  })
})

describe('Merging an unanswered alarm', () => {
  const waiting = [...two, raised('a3', 'site-3')]
  const mergeAlarm: Command = {
    ...{ type: 'merge-alarm', alarmId: 'a3', incidentId: 'i3', intoId: 'i1' },
  }
  it('takes it and merges it; unmerged it stands in hand on its own', () => {
    given(...waiting)
      .when(mergeAlarm)
      .thenTypes('alarm-acknowledged', 'incident-opened', 'incident-merged')
    const room = apply(apply(roomOf(...waiting), mergeAlarm), unmerge('i3'))
    expect(whole(room, 'i3')).toMatchObject({ alarmIds: ['a3'], phase: 'open' })
    expect(whole(room, 'i1').alarmIds).toEqual(['a1'])
  })
  it('is refused with the name of the colleague who took it meanwhile', () => {
    given(...waiting, acknowledged('a3', 'i4'), opened('i4', 'a3', 'site-3'))
      .when(mergeAlarm)
      .thenRefused(
        'alarm-taken-meanwhile',
        'Officer One took this alarm at 05:00:10: look at it first',
      )
  })
})

describe('Unmerging', () => {
  it('restores both, and is agreed to or refused when there is nothing to unmerge', () => {
    const room = roomOf(...two)
    expect(apartFromLogs(apply(apply(room, merge()), unmerge()))).toEqual(apartFromLogs(room))
    given(...two)
      .when(unmerge())
      .thenRefused('not-merged')
    const apart: RoomEvent = {
      type: 'incident-unmerged',
      data: { incidentId: 'i2', fromId: 'i1' },
    }
    given(...two, mergedEvent, apart)
      .when(unmerge())
      .thenAgreed('unmerged-already')
  })
  it('takes along the alarms and reports of its site that came in between', () => {
    let room = apply(roomOf(...two), merge())
    room = evolve(room, nextEntry(raised('a4', 'site-2', { kind: 'fire' }), room))
    room = apply(room, { type: 'acknowledge-alarm', alarmId: 'a4', incidentId: 'i9' })
    expect(whole(room, 'i1').alarmIds).toEqual(['a1', 'a2', 'a4'])
    room = apply(room, unmerge())
    expect(whole(room, 'i2').alarmIds).toEqual(['a2', 'a4'])
    expect(whole(room, 'i1').alarmIds).toEqual(['a1'])
  })
  it('after any night, and any signals and answers in between, gives the room there would be without the merge', () =>
    fc.assert(
      fc.property(quietRegister, quietRegister, fc.nat(9), (before, between, which) => {
        const pass = (room: WholeRoom, all: typeof before, turn: number) =>
          all.reduce(
            (now, happening, n) =>
              happening.does === 'close' || (happening.does === 'dispatch' && turn > 0)
                ? now
                : eventsOf(now, happening, turn + n).reduce(
                    (then, event) => evolve(then, nextEntry(event, then)),
                    now,
                  ),
            room,
          )
        const start = pass(withPlaces(roomOf(...nightStart)), before, 0)
        const open = [...start.openIncidents.values()].sort()
        const from = open[which % open.length] ?? ''
        const into = open[(which + 1) % open.length] ?? ''
        const merged = apply(start, merge(from, into))
        const rows = queueRows(merged)
        expect(rows.filter(({ type }) => type === 'incident')).toHaveLength(open.length - 1)
        expect(roomToJson(roomFromJson(roomToJson(merged)))).toEqual(roomToJson(merged))
        const seen = (room: WholeRoom) => withoutSeqs(apartFromLogs(room))
        expect(seen(apply(pass(merged, between, 1_000), unmerge(from)))).toEqual(
          seen(pass(start, between, 1_000)),
        )
      }),
      { numRuns: 60 },
    ))
})

/** At least two incidents: something is reported from two places. */
function withPlaces(room: WholeRoom): WholeRoom {
  return ['r1', 'r2'].reduce(
    (now, reportId) =>
      apply(now, {
        ...{ type: 'report-incident', reportId, kind: 'fire', text: '' },
        place: { address: reportId, location: { lon: 65, lat: 38 } },
      }),
    room,
  )
}

/** The merge is an entry, so everything after it has another number. */
const withoutSeqs = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inner) =>
      ['seq', 'seqs', 'raisedSeq', 'asOf'].includes(name) ? 0 : inner,
    ),
  )

describe('Links', () => {
  const link: Command = { type: 'link-incidents', incidentId: 'i1', withId: 'i2' }
  it('name the other incident in both, keep both rows, and go again', () => {
    const room = apply(roomOf(...two), link)
    expect(room.incidents.get('i1')?.links).toEqual(['i2'])
    expect(room.incidents.get('i2')?.links).toEqual(['i1'])
    expect(queueRows(room)).toHaveLength(2)
    const gone = apply(room, { type: 'unlink-incidents', incidentId: 'i2', withId: 'i1' })
    expect(apartFromLogs(gone)).toEqual(apartFromLogs(roomOf(...two)))
  })
  it('are refused inside one incident, and agreed to when they stand', () => {
    given(...two, mergedEvent)
      .when(link)
      .thenRefused('same-incident')
    given(...two, { type: 'incidents-linked', data: { incidentId: 'i1', withId: 'i2' } })
      .when(link)
      .thenAgreed('linked-already')
  })
})
