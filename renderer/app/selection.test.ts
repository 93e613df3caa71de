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
} from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import type { Selection } from '../console/console-store'
import { subjectOf } from '../console/selection'
import { placeOf, selectionFeatures } from './selection-features'

const room = roomOf(
  sites(site('site-1'), site('site-2', { location: { lon: 66, lat: 39 } })),
  teams(team('t1'), team('t2')),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
  dispatched('as1', 'i1', 't1'),
  raised('a2', 'site-2'),
)
const subject = (selection: Selection) => subjectOf({ room }, selection)
const drawn = (selection: Selection) =>
  selectionFeatures(room, new Map(), subject(selection)).map(({ properties }) => properties.id)

describe('what a selection is about', () => {
  it('is an unanswered alarm with its site and no incident', () =>
    expect(subject({ kind: 'alarm', alarmId: 'a2' })).toMatchObject({
      alarm: { id: 'a2' },
      site: { id: 'site-2' },
      incident: null,
    }))
  it('is the incident of an alarm that was taken', () =>
    expect(subject({ kind: 'alarm', alarmId: 'a1' }).incident?.id).toBe('i1'))
  it('is the incident a team is on', () =>
    expect(subject({ kind: 'team', teamId: 't1' })).toMatchObject({
      team: { id: 't1' },
      incident: { id: 'i1' },
    }))
  it('is what is open at a site', () =>
    expect(subject({ kind: 'site', siteId: 'site-1' }).incident?.id).toBe('i1'))
  it('is nothing when it has left the room', () =>
    expect(subject({ kind: 'incident', incidentId: 'gone' })).toEqual({
      alarm: null,
      incident: null,
      site: null,
      scene: null,
      team: null,
    }))
})

describe('the selection on the map', () => {
  it('is a ring round the site, with the teams on their way to it', () =>
    expect(drawn({ kind: 'incident', incidentId: 'i1' })).toEqual([
      'selected',
      'team-as1',
      'link-as1',
    ]))
  it('is a ring round the team, with where it goes', () => {
    expect(drawn({ kind: 'team', teamId: 't1' })).toEqual(['selected', 'site', 'link'])
    expect(drawn({ kind: 'team', teamId: 't2' })).toEqual(['selected'])
  })
  it('is nothing while nothing is selected', () => expect(drawn(null)).toEqual([]))
  it('lies where the team last was', () => {
    const fix = { teamId: 't1', lon: 65, lat: 38, at: 0, speed: null, heading: null }
    expect(placeOf(subject({ kind: 'team', teamId: 't1' }), new Map([['t1', fix]]))).toEqual(fix)
    expect(placeOf(subject({ kind: 'alarm', alarmId: 'a2' }), new Map())).toEqual({
      lon: 66,
      lat: 39,
    })
  })
})
