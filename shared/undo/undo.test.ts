import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stamp } from '../accounts/stamp'
import { openAlarmsIn } from '../alarms/open-alarms'
import { queueRows } from '../alarms/queue-rows'
import { rowsOf } from '../lang/table'
import type { Command } from '../room/commands'
import { decide } from '../room/decide'
import type { RoomEvent } from '../room/events'
import { evolve } from '../room/evolve'
import type { WholeRoom } from '../room/room'
import { unhashedEntry } from '../room/unhashed-entry'
import {
  acknowledge,
  acknowledged,
  alarmAdded,
  close,
  dispatch,
  dispatched,
  officer,
  officer2,
  opened,
  progress,
  raised,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { undoableOf } from './undoable'

const release: Command = { type: 'release-alarm', alarmId: 'a1' }
const reopen: Command = { type: 'reopen-incident', incidentId: 'i1' }
const undoDispatch: Command = { type: 'undo-dispatch', assignmentId: 'as1' }
const closed: RoomEvent = {
  type: 'incident-closed',
  data: { incidentId: 'i1', disposition: 'false-weather', remark: '' },
}
const note: RoomEvent = {
  type: 'incident-note-added',
  data: { incidentId: 'i1', noteId: 'n1', text: 'Guard called' },
}
const place = [sites(site('site-1'), site('site-2')), teams(team('t1'), team('t2'))]
/** Events stand one second apart, from 1,000: this one is the fifth, at 5,000. */
const taken = [...place, raised('a1'), acknowledged('a1', 'i1'), opened('i1', 'a1')]
const takenAt = 4_000
const sent = [...taken, dispatched('as1', 'i1', 't1')]
const sentAt = 6_000

describe('taking an acknowledgement back', () => {
  it('lets the alarm wait again', () =>
    given(...taken)
      .when(release, officer, takenAt + 10_000)
      .thenAccepted({ type: 'alarm-released', data: { alarmId: 'a1', incidentId: 'i1' } }))

  it('is for whoever took it, and for ten seconds', () => {
    given(...taken)
      .when(release, officer2, takenAt + 1_000)
      .thenRefused('undo-not-yours')
    given(...taken)
      .when(release, officer, takenAt + 10_001)
      .thenRefused('undo-too-late')
  })

  it('is refused once work has gone on', () => {
    for (const since of [note, dispatched('as1', 'i1', 't1'), closed])
      given(...taken, since)
        .when(release, officer, 7_000)
        .thenRefused('undo-gone-on')
    given(...place, raised('a1'))
      .when(release, officer, 7_000)
      .thenRefused('undo-gone-on')
  })

  it('is refused while a newer alarm of the same kind waits there', () =>
    given(...taken, raised('a2'))
      .when(release, officer, 7_000)
      .thenRefused('undo-gone-on'))

  it('leaves who took it and gave it back in its log, and in that of its next incident', () => {
    const back: RoomEvent = { type: 'alarm-released', data: { alarmId: 'a1', incidentId: 'i1' } }
    const types = ['incident-opened', 'alarm-released']
    const room = roomOf(...taken, back)
    expect(room.alarms.get('a1')).toMatchObject({ phase: 'raised' })
    expect(room.alarms.get('a1')?.released?.map(({ type }) => type)).toEqual(types)
    const again = roomOf(...taken, back, acknowledged('a1', 'i2'), opened('i2', 'a1'))
    expect(again.incidents.get('i2')?.log.map(({ type }) => type)).toEqual([
      ...types,
      'incident-opened',
    ])
  })

  it('takes an alarm out of the incident it joined, which is as grave as before', () => {
    const room = roomOf(
      ...taken,
      raised('a2', 'site-1', { kind: 'hold-up', priority: 1 }),
      acknowledged('a2', 'i1'),
      alarmAdded('i1', 'a2', { kind: 'hold-up', priority: 1 }),
      { type: 'alarm-released', data: { alarmId: 'a2', incidentId: 'i1' } },
    )
    const before = roomOf(...taken).incidents.get('i1')
    expect(room.incidents.get('i1')).toMatchObject({
      ...{ kind: before?.kind, priority: before?.priority, plan: before?.plan },
      ...{ alarmIds: ['a1'], phase: 'open' },
    })
    expect(room.incidents.get('i1')?.log.at(-1)?.type).toBe('alarm-released')
  })
})

describe('taking a dispatch back', () => {
  it('calls the team back before it has answered, marked as undone', () =>
    given(...sent)
      .when(undoDispatch, officer, sentAt + 10_000)
      .thenAccepted({
        type: 'dispatch-cancelled',
        data: { assignmentId: 'as1', reason: 'undone', undone: true },
      }))

  it('is refused to others, later, and once the crew has answered', () => {
    given(...sent)
      .when(undoDispatch, officer2, sentAt + 1_000)
      .thenRefused('undo-not-yours')
    given(...sent)
      .when(undoDispatch, officer, sentAt + 10_001)
      .thenRefused('undo-too-late')
    given(...sent, { type: 'dispatch-acknowledged', data: { assignmentId: 'as1' } })
      .when(undoDispatch, officer, sentAt + 2_000)
      .thenRefused('undo-gone-on')
  })
})

describe('taking a closing back', () => {
  it('opens the incident and its alarms again', () =>
    given(...taken, closed)
      .when(reopen, officer, 6_000)
      .thenAccepted({ type: 'incident-reopened', data: { incidentId: 'i1' } }))

  it('is refused to others, later, after a note, and beside a newer incident of the site', () => {
    given(...taken, closed)
      .when(reopen, officer2, 7_000)
      .thenRefused('undo-not-yours')
    given(...taken, closed)
      .when(reopen, officer, 16_001)
      .thenRefused('undo-too-late')
    given(...taken, closed, note)
      .when(reopen, officer, 8_000)
      .thenRefused('undo-gone-on')
    given(...taken, closed, raised('a2'), acknowledged('a2', 'i2'), opened('i2', 'a2'))
      .when(reopen, officer, 9_000)
      .thenRefused('undo-gone-on')
  })
})

describe('what can be undone', () => {
  it('is the newest of what one did oneself', () => {
    const room = roomOf(...sent)
    expect(undoableOf(room, officer, 7_000)?.command).toEqual(undoDispatch)
    expect(undoableOf(room, officer2, 7_000)).toBeNull()
    expect(undoableOf(room, officer, 20_000)).toBeNull()
    expect(undoableOf(roomOf(...taken), officer, 7_000)?.command).toEqual(release)
    expect(undoableOf(roomOf(...taken, closed), officer, 7_000)?.command).toEqual(reopen)
  })
})

const ids = {
  alarm: ['a1', 'a2', 'a3', 'a4'],
  team: ['t1', 't2'],
  incident: ['i1', 'i2', 'i3', 'i4'],
}
const someCommand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ids.alarm), fc.constantFrom(...ids.incident))
    .map(([alarm, incident]) => acknowledge(alarm, incident)),
  fc
    .tuple(fc.constantFrom(...ids.incident), fc.constantFrom(...ids.team), fc.uuid())
    .map(([incident, one, id]) => dispatch(incident, one, id)),
  fc.constantFrom(...ids.incident).map(close),
)

/** What queue and card show, without the logs that tell of both. */
function shown(room: WholeRoom): unknown {
  const runs = rowsOf(room.assignments).filter(({ phase }) => phase !== 'cancelled')
  const active = new Set(runs.map(({ id }) => id))
  return {
    rows: JSON.stringify(queueRows(room, officer.id), (key, value) => (isLog(key) ? 0 : value)),
    alarms: rowsOf(room.alarms).map(({ released, ...alarm }) => alarm),
    incidents: rowsOf(room.incidents).map(({ log, assignmentIds, ...incident }) => ({
      ...incident,
      runs: assignmentIds.filter((id) => active.has(id)),
    })),
    open: [...room.openIncidents].sort(),
    openAlarms: [...room.openAlarms].sort(),
    closed: room.closedIncidents,
    teams: rowsOf(room.teams).map(({ id, phase }) => [id, phase]),
    runs,
  }
}
const isLog = (key: string) => ['log', 'released', 'assignmentIds', 'since'].includes(key)

const carriedOut = (room: WholeRoom, command: Command, stamp: Stamp): WholeRoom | null => {
  const decision = decide(room, command, stamp)
  if (decision.outcome !== 'accepted') return null
  return decision.events.reduce<WholeRoom>(
    (next, event) => evolve(next, unhashedEntry(event, { seq: next.seq + 1, ...stamp })),
    room,
  )
}

it('Undoing restores what queue and card show, whatever was done before', () => {
  const begun = roomOf(
    ...place,
    raised('a1', 'site-1'),
    raised('a2', 'site-1', { kind: 'hold-up', priority: 1 }),
    raised('a3', 'site-2', { kind: 'fire', priority: 1 }),
    raised('a4', 'site-2', { kind: 'tamper', priority: 3 }),
  )
  fc.assert(
    fc.property(fc.array(someCommand, { minLength: 1, maxLength: 14 }), (commands) => {
      let room = begun
      let at = 20_000
      for (const command of commands) {
        at += 700
        const next = carriedOut(room, command, { by: officer, at })
        if (!next) continue
        const undo = undoableOf(next, officer, at + 300)
        const back = undo && carriedOut(next, undo.command, { by: officer, at: at + 300 })
        // What cannot be taken back is what joined work that had gone on: nothing else.
        expect(undo).not.toBeNull()
        if (back) {
          expect(shown(back)).toEqual(shown(room))
          expect(back.seq).toBeGreaterThan(next.seq)
          const indexed = openAlarmsIn({ alarms: rowsOf(back.alarms) })
          expect([...indexed].sort()).toEqual([...back.openAlarms].sort())
        }
        room = next
      }
    }),
    { numRuns: 200 },
  )
})

it('A team that is under way is not called back by undoing something older', () => {
  const room = roomOf(...sent, { type: 'dispatch-acknowledged', data: { assignmentId: 'as1' } })
  expect(undoableOf(room, officer, 8_000)).toBeNull()
  expect(decide(room, progress('as1', 'en-route'), { by: officer, at: 8_000 }).outcome).toBe(
    'accepted',
  )
})
