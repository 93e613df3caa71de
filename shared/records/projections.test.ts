import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { alarmTable } from '../alarms/projection'
import { incidentTable } from '../incidents/projection'
import { type Entry, eventData, type RoomEvent } from '../room/events'
import { aboutOf, fieldsOf } from '../search/about'
import { matchOf, termOf } from '../search/terms'
import { assignmentTable } from '../teams/projection'
import {
  acknowledged,
  alarmAdded,
  dispatched,
  nearest,
  opened,
  raised,
  signalAdded,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { entriesOf } from '../testing/given'
import { rowsInMemory } from '../testing/rows-in-memory'
import { searchKey } from '../text/search-key'
import { projections } from './projections'

const recorded = (...events: RoomEvent[]) => rowsInMemory(projections, entriesOf(events))
const inHand = [
  sites(site('site-1')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
] as const
const closed = (incidentId: string): RoomEvent => ({
  type: 'incident-closed',
  data: { incidentId, disposition: 'false-weather', remark: 'Wind' },
})

describe('the record of an alarm', () => {
  it('has the gravest of its signals, and not the last', () => {
    const { rows } = recorded(
      raised('a1', 'site-1', { priority: 2 }),
      signalAdded('a1', { priority: 1, code: '122', meaning: 'Silent hold-up' }),
      signalAdded('a1', { priority: 3 }),
    )
    expect(rows(alarmTable.name)).toMatchObject([
      { priority: 1, code: '122', meaning: 'Silent hold-up', raisedAt: 1_000 },
    ])
  })

  it('is closed with its incident, by whom and how, and those of other incidents are not', () => {
    const { rows } = recorded(...inHand, raised('a2'), closed('i1'))
    expect(rows(alarmTable.name)).toMatchObject([
      { alarmId: 'a1', closedAt: 6_000, closedBy: 'Officer One', disposition: 'false-weather' },
      { alarmId: 'a2', closedAt: null, disposition: null },
    ])
  })

  it('is closed with the bundle it is in, unless somebody took it out before', () => {
    const bundled = (alarmId: string): RoomEvent => ({
      type: 'alarm-folded',
      data: { alarmId, foldId: 'b1' },
    })
    const settled: RoomEvent = {
      type: 'fold-closed',
      data: { foldId: 'b1', disposition: 'false-equipment', remark: 'Power is back' },
    }
    const { rows } = recorded(
      raised('a1'),
      raised('a2', 'site-2', { foldId: 'b1' }),
      bundled('a1'),
      acknowledged('a1', 'i1'),
      settled,
    )
    expect(rows(alarmTable.name)).toMatchObject([
      { alarmId: 'a1', bundleId: null, closedAt: null },
      { alarmId: 'a2', bundleId: 'b1', disposition: 'false-equipment' },
    ])
  })
})

describe('the record of an incident', () => {
  it('has the first time of each step, whichever team it was, and the last clearing', () => {
    const said = (type: 'team-on-scene' | 'team-cleared', assignmentId: string): RoomEvent => ({
      ...{ type, data: { assignmentId } },
    })
    const { rows } = recorded(
      ...inHand,
      teams(team('q1'), team('q2')),
      dispatched('r1', 'i1', 'q1'),
      dispatched('r2', 'i1', 'q2'),
      said('team-on-scene', 'r2'),
      said('team-on-scene', 'r1'),
      said('team-cleared', 'r2'),
      said('team-cleared', 'r1'),
      closed('i1'),
    )
    expect(rows(incidentTable.name)).toMatchObject([
      {
        ...{ raisedAt: 2_000, openedAt: 4_000, dispatchedAt: 6_000, onSceneAt: 8_000 },
        ...{ clearedAt: 11_000, closedAt: 12_000, remark: 'Wind', crewAcknowledgedAt: null },
      },
    ])
  })

  it('is of the gravest cause of its alarms', () => {
    const graver = { kind: 'hold-up', priority: 1 } as const
    const { rows } = recorded(
      ...inHand,
      raised('a2', 'site-1', graver),
      alarmAdded('i1', 'a2', graver),
    )
    expect(rows(incidentTable.name)).toMatchObject([{ ...graver, alarmCount: 2 }])
  })
})

it('the record of a run says how it ended, and the run that took its place is another', () => {
  const { rows } = recorded(...inHand, teams(team('q1')), dispatched('r1', 'i1', 'q1'), {
    type: 'team-reassigned',
    data: {
      ...{ assignmentId: 'r1', newAssignmentId: 'r2', toIncidentId: 'i2', reason: 'closer' },
      dispatch: nearest,
    },
  })
  expect(rows(assignmentTable.name)).toMatchObject([
    { assignmentId: 'r1', phase: 'reassigned', endedAt: 7_000, reason: 'closer' },
    {
      assignmentId: 'r2',
      phase: 'dispatched',
      teamId: 'q1',
      incidentId: 'i2',
      dispatchedAt: 7_000,
    },
  ])
})

describe('what an entry is found by', () => {
  it('is the site and the team of a run, which the entry itself does not name', () => {
    const { terms } = recorded(...inHand, teams(team('q1')), dispatched('r1', 'i1', 'q1'), {
      type: 'team-on-scene',
      data: { assignmentId: 'r1' },
    })
    const words = terms.get(7)?.split(' ')
    expect(words).toContain(termOf('site', 'site-1'))
    expect(words).toContain(termOf('team', 'q1'))
    expect(words).toContain(termOf('incident', 'i1'))
    expect(words).toContain(searchKey('q1'))
  })

  it('tells ids apart that differ in case or in a mark alone', () =>
    expect(new Set(['a-b', 'a_b', 'A-b', 'a.b', 'ab'].map((id) => termOf('site', id))).size).toBe(
      5,
    ))

  it('takes every sign a person types for what stands between words', () => {
    expect(matchOf({ words: '"bank" OR (x* NEAR - ^\0' })).toBe(
      '"bank" AND "or" AND "h" AND "near"*',
    )
    expect(matchOf({ words: ' … ' })).toBeNull()
  })

  it('has every field that names a site, a team, an incident, a run or an alarm, in any noun', () => {
    const known = new Set([
      ...['siteId', 'teamId', 'incidentId', 'toIncidentId', 'assignmentId', 'newAssignmentId'],
      'alarmId',
    ])
    const named = Object.values(eventData).flatMap((schema) =>
      Object.keys((schema as z.ZodObject).shape).filter((name) =>
        /(site|team|incident|assignment|alarm)Id$/i.test(name),
      ),
    )
    expect(named.filter((name) => !known.has(name))).toEqual([])
    const data = { siteId: 's', toIncidentId: 'i', newAssignmentId: 'r', foldId: 'b' }
    const [entry] = entriesOf([raised('a1')])
    expect(aboutOf({ ...(entry as Entry), data: { ...fieldsOf(data) } })).toMatchObject({
      ...{ siteIds: ['s'], incidentIds: ['i'], assignmentIds: ['r'], bundleId: 'b' },
    })
  })
})
