import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../journal/canonical'
import { mostVersions } from '../plans/fold'
import type { PlanEvent } from '../plans/plan'
import { type StepId, stepOf } from '../plans/steps'
import type { Command } from '../room/commands'
import { emptyRoom } from '../room/empty-room'
import { evolveAll } from '../room/evolve'
import { roomFromJson, roomToJson } from '../room/parts'
import type { Room } from '../room/room'
import {
  acknowledge,
  acknowledged,
  alarmAdded,
  close,
  officer,
  opened,
  openedOfOld,
  raised,
  signalAdded,
  site,
  sites,
  supervisor,
} from '../testing/builders'
import { given, roomOf } from '../testing/given'
import { liveRoom } from '../testing/live-room'
import type { Incident } from './incident'
import { ownPlan } from './own-plan'
import { planProgress } from './plan-progress'

const sendFirst: readonly StepId[] = ['dispatch-team', 'check-zones', 'close-incident']
const published = (
  version: number,
  steps: readonly StepId[] = sendFirst,
  planId: PlanEvent['data']['planId'] = 'intrusion',
): PlanEvent => ({ type: 'plan-published', data: { planId, version, steps: steps.map(stepOf) } })

const incidentOf = (room: Room, id = 'i1'): Incident => {
  const incident = room.incidents.get(id)
  if (!incident) throw new Error(`${id} was opened`)
  return incident
}
const stepsOf = (room: Room, id = 'i1') => ownPlan(room, incidentOf(room, id)).map((one) => one.id)
const v1 = stepsOf(roomOf(sites(site('site-1')), raised('a1'), opened('i1', 'a1')))

describe('taking an alarm', () => {
  it('records the plan in force and its version with the incident', () => {
    const told = (plan: object) => [
      { type: 'alarm-acknowledged', data: { alarmId: 'a1', incidentId: 'i1' } },
      {
        type: 'incident-opened',
        data: {
          ...{ incidentId: 'i1', siteId: 'site-1', alarmId: 'a1' },
          ...{ kind: 'burglary', priority: 2, plan },
        },
      },
    ]
    const past = [sites(site('site-1')), raised('a1')] as const
    const asked = (...more: PlanEvent[]) => {
      const live = liveRoom(...past, ...more)
      return live.ask(acknowledge('a1'), 9_000)
    }
    expect(asked()).toMatchObject({ events: told({ id: 'intrusion', version: 1 }) })
    expect(asked(published(2))).toMatchObject({ events: told({ id: 'intrusion', version: 2 }) })
  })
  it('records the plan of the site’s own choice, and that it is reported upwards', () =>
    given(
      sites(site('site-1', { responsePlan: 'fire', category: 'particularly-important' })),
      raised('a1'),
    )
      .when(acknowledge('a1'))
      .thenAccepted(
        { type: 'alarm-acknowledged', data: { alarmId: 'a1', incidentId: 'i1' } },
        {
          type: 'incident-opened',
          data: {
            ...{ incidentId: 'i1', siteId: 'site-1', alarmId: 'a1' },
            ...{ kind: 'burglary', priority: 2 },
            plan: { id: 'fire', version: 1, upwards: true },
          },
        },
      ))
})

describe('an incident', () => {
  const live = () => {
    const room = liveRoom(
      sites(site('site-1'), site('site-2')),
      raised('a1'),
      raised('a2', 'site-2'),
    )
    room.give(acknowledge('a1'), 5_000)
    return room
  }
  it('keeps the plan it was opened with when another version is published', () => {
    const night = live()
    night.happen([published(2)], 6_000, supervisor)
    expect(stepsOf(night.room)).toEqual(v1)
    night.give(acknowledge('a2', 'i2'), 7_000)
    expect(stepsOf(night.room, 'i2')).toEqual(sendFirst)
    expect(stepsOf(night.room)).toEqual(v1)
  })
  it('keeps it when the register gives its site another plan or category', () => {
    const night = live()
    const changed = site('site-1', { responsePlan: 'gas', category: 'particularly-important' })
    night.happen([sites(changed)], 6_000)
    expect(stepsOf(night.room)).toEqual(v1)
  })
  it('takes steps of its own plan alone, whatever is in force by now', () => {
    const night = live()
    night.happen([published(2, ['dispatch-team', 'close-incident'])], 6_000, supervisor)
    const complete = { type: 'complete-step', incidentId: 'i1', stepId: 'check-zones' } as const
    expect(night.ask(complete, 7_000)).toMatchObject({ outcome: 'accepted' })
  })
  it('that grows graver follows that kind’s plan, as it was when the incident was opened', () => {
    const night = live()
    const threat = published(
      2,
      ['dispatch-team', 'inform-police', 'close-incident'],
      'armed-threat',
    )
    night.happen([threat], 6_000, supervisor)
    night.happen(
      [
        raised('a3', 'site-1', { kind: 'hold-up', priority: 1 }),
        acknowledged('a3', 'i1'),
        alarmAdded('i1', 'a3', { kind: 'hold-up', priority: 1 }),
      ],
      7_000,
    )
    expect(incidentOf(night.room).plan).toMatchObject({ id: 'armed-threat', version: 1 })
    expect(stepsOf(night.room)).toContain('do-not-call-site')
  })
  it('that grows graver by a further signal follows the plan of that alarm', () => {
    const night = live()
    night.happen(
      [
        raised('a3', 'site-1', { kind: 'fire', priority: 3 }),
        acknowledged('a3', 'i1'),
        alarmAdded('i1', 'a3', { kind: 'fire', priority: 3 }),
        signalAdded('a3', { priority: 1 }),
      ],
      7_000,
    )
    expect(incidentOf(night.room)).toMatchObject({ kind: 'fire', plan: { id: 'fire', version: 1 } })
  })
  it('older than the versions of plans is judged by the first, though another is in force', () => {
    const past = [sites(site('site-1')), raised('a1'), acknowledged('a1', 'i1')] as const
    const room = roomOf(
      published(2),
      ...past,
      openedOfOld('i1', 'a1'),
      published(3, v1 as StepId[]),
    )
    expect(incidentOf(room).plan).toBeUndefined()
    expect(stepsOf(room)).toEqual(v1)
  })
  it('has its version kept for as long as the room has the incident, and no longer', () => {
    const night = live()
    const orders = [sendFirst, ['dispatch-team', 'close-incident']] as const
    for (let version = 2; version < mostVersions + 2; version += 1)
      night.happen([published(version, orders[version % 2])], 6_000, supervisor)
    const kept = () => night.room.plans.get('intrusion')?.versions.length
    expect(kept()).toBe(mostVersions)
    const more: Command = {
      type: 'publish-plan',
      planId: 'intrusion',
      replaces: mostVersions + 1,
      steps: ['check-zones', 'close-incident'],
    }
    expect(night.ask(more, 7_000, supervisor)).toMatchObject({
      refusal: { code: 'plan-changed-too-often' },
    })
    expect(stepsOf(night.room)).toEqual(v1)
  })
})

const from = <Value>(...values: readonly Value[]) => fc.constantFrom(...values)
const turn = fc.oneof(
  fc.record({ does: from('raise' as const), kind: from('burglary', 'fire', 'hold-up') }),
  fc.record({ does: from('take' as const), which: fc.nat(9) }),
  fc.record({ does: from('close' as const), which: fc.nat(9) }),
  fc.record({ does: from('step' as const), which: fc.nat(9), step: from(...v1, 'inform-police') }),
)
type Turn = typeof turn extends fc.Arbitrary<infer One> ? One : never
const plan = fc
  .uniqueArray(from<StepId>('check-zones', 'watch-arrival', 'inform-police', 'call-contact'))
  .map((ids): readonly StepId[] => ['dispatch-team', ...ids, 'close-incident'])
const publication = fc.record({
  planId: from('intrusion' as const, 'fire' as const, 'armed-threat' as const),
  steps: plan,
})

/**
 * Two nights alike up to here, of which one has plans published. What is asked is asked of both.
 */
function play(night: ReturnType<typeof liveRoom>, happening: Turn, at: number): void {
  const pick = (ids: readonly string[], which: number) => ids[which % Math.max(1, ids.length)] ?? ''
  if (happening.does === 'raise') {
    const kind = happening.kind as 'burglary'
    const alarm = raised(`a${at}`, `site-${1 + (at % 3)}`, {
      kind,
      priority: kind === 'burglary' ? 2 : 1,
    })
    night.happen([alarm], at)
    return
  }
  const waiting = [...night.room.alarms.values()].filter(({ phase }) => phase === 'raised')
  const ids = [...night.room.incidents.keys()].sort()
  const command =
    happening.does === 'take'
      ? acknowledge(pick(waiting.map(({ id }) => id).sort(), happening.which), `i${at}`)
      : happening.does === 'close'
        ? close(pick(ids, happening.which))
        : ({
            type: 'complete-step',
            incidentId: pick(ids, happening.which),
            stepId: happening.step,
          } as const)
  const decision = night.ask(command, at, officer)
  if (decision.outcome === 'accepted') night.happen(decision.events, at)
}

const judged = (room: Room, ids: readonly string[]) =>
  ids.map((id) => planProgress(room, incidentOf(room, id)))

describe('publishing plans in the middle of a night', () => {
  it('changes nothing of any incident opened before, now or whatever comes after', () =>
    fc.assert(
      fc.property(
        fc.array(turn, { maxLength: 25 }),
        fc.array(publication, { minLength: 1, maxLength: 4 }),
        fc.array(turn, { maxLength: 15 }),
        (before, publications, after) => {
          const start = [sites(site('site-1'), site('site-2'), site('site-3'))]
          const [quiet, changed] = [liveRoom(...start), liveRoom(...start)]
          before.forEach((one, at) => {
            for (const night of [quiet, changed]) play(night, one, at)
          })
          const known = [...quiet.room.incidents.keys()]
          const told = judged(quiet.room, known)
          publications.forEach(({ planId, steps }, at) => {
            changed.happen([published(at + 2, steps, planId)], 50, supervisor)
          })
          expect(judged(changed.room, known)).toEqual(told)
          after.forEach((one, at) => {
            for (const night of [quiet, changed]) play(night, one, 100 + at)
          })
          expect(judged(changed.room, known)).toEqual(judged(quiet.room, known))
        },
      ),
      { numRuns: 150 },
    ))
  it('is replayed to the same room, from the beginning and from any room stored between', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: turn }, { weight: 1, arbitrary: publication }), {
          maxLength: 40,
        }),
        fc.nat(),
        (happenings, cut) => {
          const live = liveRoom(sites(site('site-1'), site('site-2'), site('site-3')))
          happenings.forEach((one, at) => {
            if ('does' in one) play(live, one, at)
            else live.happen([published(at + 2, one.steps, one.planId)], at, supervisor)
          })
          const { entries } = live
          const between = cut % (entries.length + 1)
          const stored = canonical(roomToJson(evolveAll(emptyRoom, entries.slice(0, between))))
          const again = evolveAll(roomFromJson(JSON.parse(stored)), entries.slice(between))
          const told = canonical(roomToJson(live.room))
          expect(canonical(roomToJson(again))).toBe(told)
          expect(canonical(roomToJson(evolveAll(emptyRoom, entries)))).toBe(told)
        },
      ),
      { numRuns: 60 },
    ))
})
