import { describe, expect, it } from 'vitest'
import { alarmKinds } from '../codes/kinds'
import {
  acknowledged,
  close,
  crewOf,
  dispatched,
  officer2,
  opened,
  raised,
  site,
  sites,
  team,
  teams,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { firstPlan } from './own-plan'

const open = [
  sites(site('site-1')),
  teams(team('t1')),
  raised('a1'),
  acknowledged('a1', 'i1'),
  opened('i1', 'a1'),
]
const note = (incidentId: string, text = 'The guard saw nobody') =>
  ({ type: 'add-note', incidentId, noteId: 'n1', text }) as const
const complete = (stepId: string) => ({ type: 'complete-step', incidentId: 'i1', stepId }) as const
const done = (stepId: string) =>
  ({ type: 'incident-step-completed', data: { incidentId: 'i1', stepId } }) as const
const closed = {
  type: 'incident-closed',
  data: { incidentId: 'i1', disposition: 'false-weather', remark: '' },
} as const

describe('a note', () => {
  it('is kept with its words', () =>
    given(...open)
      .when(note('i1'))
      .thenAccepted({
        type: 'incident-note-added',
        data: { incidentId: 'i1', noteId: 'n1', text: 'The guard saw nobody' },
      }))
  it('may still be added after closing: what is learnt late belongs in the record', () =>
    given(...open, closed)
      .when(note('i1'))
      .thenTypes('incident-note-added'))
  it('is taken from a crew only while it is sent there', () => {
    given(...open)
      .when(note('i1'), crewOf('t1'))
      .thenRefused('not-your-incident')
    given(...open, dispatched('as1', 'i1', 't1'))
      .when(note('i1'), crewOf('t1'))
      .thenTypes('incident-note-added')
  })
})

describe('the response plan', () => {
  it('has an order for every kind of alarm and ends with closing', () => {
    for (const kind of alarmKinds) expect(firstPlan(kind, undefined).at(-1)?.action).toBe('close')
  })
  it('never calls a site under armed threat', () => {
    for (const kind of ['hold-up', 'duress', 'panic'] as const)
      expect(firstPlan(kind, undefined).some((step) => step.action === 'call')).toBe(false)
  })
  it('reports a particularly important site upwards before closing', () =>
    expect(
      firstPlan('fire', site('site-1', { category: 'particularly-important' })).at(-2)?.id,
    ).toBe('report-to-supervisor'))
  it('records a step with who did it', () =>
    given(...open)
      .when(complete('check-zones'))
      .thenAccepted(done('check-zones')))
  it('takes a step done by a colleague as agreement', () =>
    given(...open, done('check-zones'))
      .when(complete('check-zones'), officer2)
      .thenAgreed('step-already-done'))
  it('asks what came of a call, and records it', () => {
    given(...open)
      .when(complete('call-contact'))
      .thenRefused('outcome-needed')
    for (const outcome of ['answered', 'no-answer', 'refused'] as const)
      given(...open)
        .when({ ...complete('call-contact'), outcome })
        .thenAccepted({
          type: 'incident-step-completed',
          data: { incidentId: 'i1', stepId: 'call-contact', outcome },
        })
  })
  it('takes no outcome that the step cannot have', () => {
    given(...open)
      .when({ ...complete('call-contact'), outcome: 'confirmed' })
      .thenRefused('outcome-unfit')
    given(...open)
      .when({ ...complete('check-zones'), outcome: 'answered' })
      .thenRefused('outcome-unfit')
  })
  it('records what was not confirmed as a try, which leaves the step to do', () =>
    given(...open)
      .when({ ...complete('confirm-site-secured'), outcome: 'not-confirmed' })
      .thenAccepted({
        type: 'incident-step-tried',
        data: { incidentId: 'i1', stepId: 'confirm-site-secured', outcome: 'not-confirmed' },
      }))
  it('cannot be ticked off where only a fact completes it', () => {
    for (const stepId of ['dispatch-team', 'watch-arrival', 'close-incident'])
      given(...open)
        .when(complete(stepId))
        .thenRefused('step-by-fact')
  })
  it('lets any step be skipped with a reason, but never the closing', () => {
    const skip = (stepId: string) =>
      ({
        type: 'skip-step',
        incidentId: 'i1',
        stepId,
        reason: 'The crew is there already',
      }) as const
    given(...open)
      .when(skip('watch-arrival'))
      .thenAccepted({
        type: 'incident-step-skipped',
        data: { incidentId: 'i1', stepId: 'watch-arrival', reason: 'The crew is there already' },
      })
    given(...open)
      .when(skip('close-incident'))
      .thenRefused('step-not-skippable')
    given(...open, done('check-zones'))
      .when(skip('check-zones'), officer2)
      .thenAgreed('step-already-done')
  })
  it('knows its own steps only', () =>
    given(...open)
      .when(complete('paint-the-wall'))
      .thenRefused('step-unknown'))
})

describe('closing an incident', () => {
  it('takes a second identical closing as agreement, and any other as too late', () => {
    given(...open, closed)
      .when(
        { type: 'close-incident', incidentId: 'i1', disposition: 'false-weather', remark: '' },
        officer2,
      )
      .thenAgreed('incident-already-closed')
    given(...open, closed)
      .when(close('i1'))
      .thenRefused('incident-closed')
  })
  it('leaves it in the room with its whole log', () =>
    expect(
      roomOf(...open, closed)
        .incidents.get('i1')
        ?.log.map((line) => line.type),
    ).toEqual(['incident-opened', 'incident-closed']))
})
