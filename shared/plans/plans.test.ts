import { describe, expect, it } from 'vitest'
import { alarmKinds } from '../codes/kinds'
import type { Command } from '../room/commands'
import { officer, supervisor, trainer } from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { builtInSteps, planFor } from './built-in'
import type { PlanEvent } from './plan'
import { type PlanName, planNames } from './plan-names'
import { isKnownStep, type StepId, stepOf } from './steps'
import { planInForce } from './versions'

const better: readonly StepId[] = [
  'dispatch-team',
  'check-zones',
  'call-contact',
  'watch-arrival',
  'confirm-site-secured',
  'close-incident',
]
const publish = (planId: PlanName, steps: readonly string[], replaces = 1): Command => ({
  type: 'publish-plan',
  planId,
  replaces,
  steps: [...steps],
})
const published = (planId: PlanName, version: number, steps: readonly StepId[]): PlanEvent => ({
  type: 'plan-published',
  data: { planId, version, steps: steps.map(stepOf) },
})

describe('the built-in plans', () => {
  it('are version 1 of every plan, made of steps that the screen has words for', () => {
    for (const planId of planNames) {
      expect(planInForce(roomOf(), planId)).toMatchObject({ version: 1, published: null })
      expect(builtInSteps[planId].every(({ id }) => isKnownStep(id))).toBe(true)
    }
  })
  it('stay word for word what past incidents were judged by', () =>
    expect(
      planNames.map((id) => [id, ...builtInSteps[id].map((step) => step.id)].join(' ')),
    ).toEqual([
      'armed-threat dispatch-team do-not-call-site inform-police watch-arrival confirm-site-secured close-incident',
      'intrusion check-zones dispatch-team call-contact watch-arrival confirm-site-secured close-incident',
      'fire inform-fire-service dispatch-team call-contact check-hazards confirm-site-secured close-incident',
      'gas inform-gas-service dispatch-team call-contact check-hazards confirm-site-secured close-incident',
      'medical inform-ambulance call-contact dispatch-team confirm-help-arrived close-incident',
      'technical call-contact inform-technician confirm-restored close-incident',
      'unexplained check-signal call-contact dispatch-team close-incident',
    ]))
  it('are one for every kind of alarm', () => {
    for (const kind of alarmKinds) expect(planNames).toContain(planFor(kind, undefined))
  })
})

describe('publishing a plan', () => {
  it('records the next version with all its steps', () =>
    given()
      .when(publish('intrusion', better), supervisor)
      .thenAccepted(published('intrusion', 2, better)))
  it('is for the shift supervisor alone', () => {
    for (const by of [officer, trainer])
      given().when(publish('intrusion', better), by).thenRefused('not-your-role')
  })
  it('puts it into force with who published it', () =>
    expect(
      planInForce(
        roomOf({ event: published('intrusion', 2, better), by: supervisor, at: 7_000 }),
        'intrusion',
      ),
    ).toMatchObject({ version: 2, published: { by: 'Supervisor', at: 7_000 } }))
  it('leaves all other plans as they are', () => {
    const room = roomOf(published('intrusion', 2, better))
    for (const planId of planNames.filter((name) => name !== 'intrusion'))
      expect(planInForce(room, planId).version).toBe(1)
  })
  it('is agreement when just that plan is in force', () => {
    given()
      .when(
        publish(
          'gas',
          builtInSteps.gas.map(({ id }) => id),
        ),
        supervisor,
      )
      .thenAgreed('plan-in-force')
    const again = { event: published('intrusion', 2, better), by: supervisor, at: 7_000 }
    given({ ...again, by: { ...supervisor, id: 'supervisor-2', name: 'Another' } })
      .when(publish('intrusion', better, 1), supervisor)
      .thenAgreed('plan-already-published')
    given(again)
      .when(publish('intrusion', better, 1), supervisor)
      .thenAgreed('done-by-you')
  })
  it('is refused to whoever has not seen the version in force', () => {
    given({ event: published('intrusion', 2, better), by: supervisor, at: 7_000 })
      .when(publish('intrusion', better.toReversed()), supervisor)
      .thenRefused('plan-changed-meanwhile')
    given()
      .when(publish('intrusion', better, 4), supervisor)
      .thenRefused('plan-version-unknown', 'Version 1 is in force: look at it, then publish')
  })
})

describe('a plan that could not be followed', () => {
  const refused = (planId: PlanName, steps: readonly string[], code: string, text?: string) =>
    given().when(publish(planId, steps), supervisor).thenRefused(code, text)
  it('is refused with a step nobody has words for', () =>
    refused(
      'fire',
      ['paint-the-wall', 'close-incident'],
      'plan-step-unknown',
      'There is no step paint-the-wall',
    ))
  it('is refused with a name that every object has but no step', () =>
    refused('fire', ['constructor', 'close-incident'], 'plan-step-unknown'))
  it('is refused with a step that is there twice', () =>
    refused('fire', ['call-contact', 'call-contact', 'close-incident'], 'plan-step-twice'))
  it('is refused unless it ends with the closing', () => {
    refused('fire', ['call-contact'], 'plan-without-close')
    refused('fire', ['close-incident', 'call-contact'], 'plan-without-close')
  })
  it('is refused if it calls a site under armed threat', () =>
    refused(
      'armed-threat',
      ['dispatch-team', 'call-contact', 'close-incident'],
      'plan-calls-threatened-site',
    ))
  it('is refused if it sends nobody to a site under armed threat', () =>
    refused('armed-threat', ['inform-police', 'close-incident'], 'plan-sends-nobody'))
})

describe('the versions a room keeps', () => {
  const orders: readonly (readonly StepId[])[] = [
    better,
    ['dispatch-team', 'call-contact', 'close-incident'],
  ]
  const many = (count: number): readonly PlanEvent[] =>
    Array.from({ length: count }, (_, at) =>
      published('intrusion', at + 2, orders[at % 2] ?? better),
    )
  it('are no more than the newest while no incident needs an older one', () =>
    expect(
      roomOf(...many(60))
        .plans.get('intrusion')
        ?.versions.map((one) => one.version),
    ).toEqual([61]))
})
