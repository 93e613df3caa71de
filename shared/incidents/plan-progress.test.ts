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
import { latestEvents } from './latest-events'
import { nextOf, planProgress } from './plan-progress'

const past = [
  sites(site('site-1')),
  teams(team('t1')),
  raised('a1', 'site-1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1', 'site-1'),
] as const
const progress = (...more: Parameters<typeof roomOf>) => {
  const room = roomOf(...past, ...more)
  const incident = room.incidents.get('i1')
  if (!incident) throw new Error('i1 was opened')
  return planProgress(room, incident)
}
const done = (plan: ReturnType<typeof progress>) =>
  plan.filter((step) => step.done).map(({ id }) => id)

describe('the response plan of an incident', () => {
  it('begins with its first step', () => {
    expect(done(progress())).toEqual([])
    expect(nextOf(progress())?.id).toBe('check-zones')
  })
  it('goes on when the officer says that a step is done', () => {
    const plan = progress({
      type: 'incident-step-completed',
      data: { incidentId: 'i1', stepId: 'check-zones' },
    })
    expect(plan[0]?.done).toMatchObject({ by: 'Officer One' })
    expect(nextOf(plan)?.id).toBe('dispatch-team')
  })
  it('takes a team that was sent for the step that sends one, until it is called back', () => {
    expect(done(progress(dispatched('as1', 'i1', 't1')))).toEqual(['dispatch-team'])
    const recalled = {
      type: 'dispatch-cancelled',
      data: { assignmentId: 'as1', reason: 'nearer one' },
    } as const
    expect(done(progress(dispatched('as1', 'i1', 't1'), recalled))).toEqual([])
  })
  it('takes an arrival for the step that watches it', () => {
    const arrived = { type: 'team-on-scene', data: { assignmentId: 'as1' } } as const
    expect(done(progress(dispatched('as1', 'i1', 't1'), arrived))).toEqual([
      'dispatch-team',
      'watch-arrival',
    ])
  })
  it('ends with the closing, whatever was left undone', () => {
    const closed = {
      type: 'incident-closed',
      data: { incidentId: 'i1', disposition: 'true-alarm', remark: '' },
    } as const
    expect(done(progress(closed))).toEqual(['close-incident'])
  })
  it('has no next step once all are done', () => {
    const said = progress().map(({ id }) => ({
      type: 'incident-step-completed' as const,
      data: { incidentId: 'i1', stepId: id },
    }))
    const arrived = { type: 'team-on-scene', data: { assignmentId: 'as1' } } as const
    const closed = {
      type: 'incident-closed',
      data: { incidentId: 'i1', disposition: 'true-alarm', remark: '' },
    } as const
    expect(nextOf(progress(...said, dispatched('as1', 'i1', 't1'), arrived, closed))).toBeNull()
  })
  it('is completed by nobody’s word where only a fact can: a team that is sent, one that arrives, the closing', () => {
    const said = ['dispatch-team', 'watch-arrival', 'close-incident'].map((stepId) => ({
      type: 'incident-step-completed' as const,
      data: { incidentId: 'i1', stepId },
    }))
    expect(done(progress(...said))).toEqual([])
  })
  it('goes on behind a step that was skipped, and keeps the reason', () => {
    const plan = progress({
      type: 'incident-step-skipped',
      data: { incidentId: 'i1', stepId: 'check-zones', reason: 'The panel names none' },
    })
    expect(plan[0]?.done).toMatchObject({ by: 'Officer One', skipped: 'The panel names none' })
    expect(nextOf(plan)?.id).toBe('dispatch-team')
  })
  it('keeps a step to do that was only tried, and says what came of it', () => {
    const plan = progress({
      type: 'incident-step-tried',
      data: { incidentId: 'i1', stepId: 'confirm-site-secured', outcome: 'not-confirmed' },
    })
    const step = plan.find(({ id }) => id === 'confirm-site-secured')
    expect(step).toMatchObject({
      done: null,
      tried: { outcome: 'not-confirmed', by: 'Officer One' },
    })
  })
})

describe('the latest events', () => {
  it('are the lines of all incidents, newest first, no more than asked for', () => {
    const room = roomOf(...past, dispatched('as1', 'i1', 't1'), {
      type: 'incident-note-added',
      data: { incidentId: 'i1', noteId: 'n1', text: 'A word' },
    })
    expect(latestEvents(room, 2).map(({ line }) => line.type)).toEqual([
      'incident-note-added',
      'team-dispatched',
    ])
  })
})
