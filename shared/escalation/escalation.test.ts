import { describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/actor'
import { minute, second } from '../lang/instant'
import type { RoomEvent } from '../room/events'
import {
  acknowledged,
  dispatched,
  held,
  officer,
  officer2,
  opened,
  raised,
  site,
  sites,
  supervisor,
  team,
  teams,
} from '../testing/builders'
import { given, type Past, roomOf } from '../testing/given'
import { decideEscalate } from './escalate'
import type { About, Level } from './escalation'
import { escalationsOf, highestOf, standingEscalations } from './standing'
import { usualTimes } from './times'
import { waitingNow } from './waiting'

const start = [sites(site('site-1'), site('site-2')), teams(team('q-1'))]
const signedIn = (by: Actor): Past => ({
  event: { type: 'officer-signed-in', data: { sessionId: `s-${by.id}`, from: '' } },
  by,
})
const now = 100_000
const alarm: About = { waits: 'unowned', alarmId: 'a1' }

/** What becomes of a room when this is due. */
function due(past: readonly (RoomEvent | Past)[], level: Level, about = alarm) {
  const room = roomOf(...start, ...past)
  return decideEscalate(room, { due: [{ about, level }] }, now).map(({ data }) => data)
}
const up = (level: Level, to: readonly string[] = []): RoomEvent => ({
  type: 'escalated',
  data: {
    ...alarm,
    level,
    since: 3_000,
    to: to.map((id) => ({ id, name: id })),
  },
})
const inHand = [
  raised('a1', 'site-1', { priority: 1 }),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
]

describe('An alarm that nobody takes', () => {
  it('goes to the officer who has not been there longest', () => {
    const past = [signedIn(officer), signedIn(officer2), raised('a1', 'site-1')]
    expect(due(past, 'second-officer')).toMatchObject([
      { level: 'second-officer', alarmId: 'a1', to: [{ id: 'officer-2', name: 'Officer Two' }] },
    ])
  })
  it('goes on to the supervisor at once where there is no second officer, and both are said', () => {
    const past = [signedIn(officer), signedIn(supervisor), raised('a1', 'site-1')]
    expect(due(past, 'second-officer')).toMatchObject([
      { level: 'second-officer', to: [] },
      { level: 'supervisor', to: [{ id: 'supervisor-1' }] },
    ])
  })
  it('says that nobody is signed in where there is no supervisor either', () => {
    expect(due([signedIn(officer), raised('a1', 'site-1')], 'supervisor')).toMatchObject([
      { level: 'supervisor', to: [] },
    ])
  })
  it('of an unknown account goes up the line as well', () => {
    const about: About = { waits: 'unowned', account: '9999' }
    expect(due([held('9999')], 'supervisor', about)).toMatchObject([{ account: '9999' }])
  })
  it('goes no level twice, nor down', () => {
    const past = [raised('a1', 'site-1'), up('supervisor')]
    expect(due(past, 'supervisor')).toEqual([])
    expect(due(past, 'second-officer')).toEqual([])
  })
  it('is over when somebody takes it', () => {
    const raisedAndTold = [raised('a1', 'site-1'), up('supervisor', ['supervisor-1'])]
    const stands = roomOf(...start, ...raisedAndTold)
    expect(highestOf(stands, [alarm])).toMatchObject({ level: 'supervisor' })
    const taken = roomOf(...start, ...raisedAndTold, acknowledged('a1', 'i1'))
    expect(highestOf(taken, [alarm])).toBeNull()
    expect(due([...raisedAndTold, acknowledged('a1', 'i1')], 'supervisor')).toEqual([])
  })
})

describe('What a rule or an officer keeps out of the queue', () => {
  const onTest: RoomEvent = {
    type: 'test-started',
    data: { testId: 't1', siteId: 'site-1', zones: null, until: now + minute, reason: 'Work' },
  }
  it('goes to nobody while its site is on test', () => {
    expect(due([raised('a1', 'site-1'), onTest], 'supervisor')).toEqual([])
  })
  it('goes up the line all the same when a person is under threat', () => {
    const past = [raised('a1', 'site-1', { kind: 'hold-up', priority: 1 }), onTest]
    expect(due(past, 'supervisor')).toHaveLength(1)
  })
  it('goes to nobody while it is in a row of the ledger', () => {
    const place = { type: 'town', town: 'Qarshi' } as const
    const row: RoomEvent = {
      type: 'fold-opened',
      data: { foldId: 'f1', rule: 'power-cut', kind: 'power', place, priority: 3, since: 1_000 },
    }
    const past = [row, raised('a1', 'site-1', { kind: 'power', priority: 3, foldId: 'f1' })]
    expect(due(past, 'supervisor')).toEqual([])
  })
})

describe('An incident', () => {
  const without: About = { waits: 'no-team', incidentId: 'i1' }
  const names = (past: readonly (RoomEvent | Past)[]) =>
    waitingNow(roomOf(...start, ...past)).map(({ about }) => about.waits)

  it('waits for a team until one is sent, and again when it is called back', () => {
    const sent = dispatched('run-1', 'i1', 'q-1')
    expect(names(inHand)).toContain('no-team')
    expect(names([...inHand, sent])).not.toContain('no-team')
    const back: RoomEvent = {
      type: 'dispatch-cancelled',
      data: { assignmentId: 'run-1', reason: 'Needed elsewhere' },
    }
    const told = due(inHand, 'supervisor', without)[0]
    if (!told) throw new Error('An incident without a team goes up the line')
    const again = [...inHand, { type: 'escalated', data: told } as const, sent, back]
    const room = roomOf(...start, ...again)
    expect(standingEscalations(room)).toEqual([])
    expect(due(again, 'second-officer', without).map(({ level }) => level)).toContain(
      'second-officer',
    )
  })
  it('goes to another than its owner', () => {
    const past = [signedIn(officer), signedIn(officer2), ...inHand]
    expect(due(past, 'second-officer', without)).toMatchObject([{ to: [{ id: 'officer-2' }] }])
  })
  it('says in its log and on its card who was told', () => {
    const [told] = due([...inHand, signedIn(supervisor)], 'supervisor', without)
    if (!told) throw new Error('An incident without a team goes up the line')
    const room = roomOf(...start, ...inHand, { type: 'escalated', data: told })
    expect(room.incidents.get('i1')?.log.at(-1)).toMatchObject({
      type: 'escalated',
      params: { level: 'supervisor', waits: 'no-team', names: 'Supervisor' },
    })
    expect(escalationsOf(room, 'i1')).toHaveLength(1)
  })
  it('waits for a crew from the moment its report is due', () => {
    const room = roomOf(...start, ...inHand, dispatched('run-1', 'i1', 'q-1'))
    const crew = waitingNow(room).find(({ about }) => about.waits === 'crew')
    expect(crew).toMatchObject({ since: 6_000 + minute, about: { phase: 'dispatched' } })
  })
})

describe('The times of escalation', () => {
  const times = {
    ...usualTimes,
    unowned: {
      ...usualTimes.unowned,
      p1: { 'second-officer': 20 * second, supervisor: 40 * second },
    },
  }
  const set = (change: object = {}, replaces = 0) =>
    ({ type: 'set-escalation-times', replaces, times: { ...times, ...change } }) as const

  it('are changed by a supervisor, as a version of its own', () => {
    given(...start)
      .when(set(), supervisor)
      .thenAccepted({ type: 'escalation-times-set', data: { version: 1, times } })
    given(...start)
      .when(set(), officer)
      .thenRefused('not-your-role')
  })
  it('are not changed by somebody who has not seen the last change', () => {
    const other: Past = {
      event: { type: 'escalation-times-set', data: { version: 1, times } },
      by: supervisor,
    }
    const later = { ...usualTimes.crew, p4: { 'second-officer': null, supervisor: minute } }
    given(...start, other)
      .when(set({ crew: later }), supervisor)
      .thenRefused('escalation-times-changed')
    given(...start, other)
      .when(set({ crew: later }, 1), supervisor)
      .thenTypes('escalation-times-set')
    given(...start, other)
      .when(set(), supervisor)
      .thenAgreed('escalation-times-in-force')
  })
  it('never pass over the second officer, nor leave a person under threat to nobody', () => {
    const hasty = { 'second-officer': minute, supervisor: 30 * second }
    given(...start)
      .when(set({ crew: { ...times.crew, p1: hasty } }), supervisor)
      .thenRefused('escalation-order')
    const never = { 'second-officer': 15 * second, supervisor: null }
    given(...start)
      .when(set({ unowned: { ...times.unowned, threat: never } }), supervisor)
      .thenRefused('escalation-of-threat')
  })
})

describe('A call for a second officer', () => {
  const called: Past = {
    event: { type: 'second-officer-called', data: { rate: 12, officers: 1 } },
    by: officer,
  }
  it('is an entry with the load it was given under, and is made once', () => {
    given(...start, signedIn(officer))
      .when({ type: 'call-second-officer' })
      .thenAccepted({ type: 'second-officer-called', data: { rate: 0, officers: 1 } })
    given(...start, called)
      .when({ type: 'call-second-officer' }, officer2)
      .thenAgreed('second-officer-called', 'Officer One called a second officer at 05:00:03')
  })
  it('is answered when another officer signs in, or takes an alarm', () => {
    expect(roomOf(...start, called, signedIn(officer2)).help?.came).toMatchObject({
      id: 'officer-2',
    })
    const taken: Past = { event: acknowledged('a1', 'i1'), by: officer2 }
    const room = roomOf(...start, raised('a1', 'site-1'), called, taken)
    expect(room.help?.came).toMatchObject({ name: 'Officer Two', at: 5_000 })
  })
  it('is not answered by whoever gave it', () => {
    const past = [raised('a1', 'site-1'), called, acknowledged('a1', 'i1')]
    expect(roomOf(...start, ...past).help?.came).toBeNull()
  })
})
