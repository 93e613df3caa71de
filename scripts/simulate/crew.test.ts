import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/demo/random'
import { destination, distance } from '../../shared/geo/distance'
import type { Place } from '../../shared/geo/place'
import type { AssignmentPhase } from '../../shared/teams/assignment'
import { type CarCrew, type CrewReport, crewAt, type Run, stepCrew, takeOrder } from './crew'

const post: Place = { lon: 65.79, lat: 38.86 }
const site = destination(post, 200, 1200)
const random = seededRandom(4)
const at = (now: number) => ({ now, cruise: 60 / 3.6, random })
const order = (
  assignmentId: string,
  location = site,
  phase: AssignmentPhase = 'dispatched',
): Run => ({
  assignmentId,
  phase,
  site: { location },
})

interface Shift {
  readonly crew: CarCrew
  readonly now: number
  readonly reports: readonly (CrewReport & { readonly at: number })[]
}
/** Second by second, until so many seconds have passed or `enough` says so. */
function watch(
  start: Omit<Shift, 'reports'>,
  seconds: number,
  enough: (shift: Shift) => boolean = () => false,
): Shift {
  let shift: Shift = { ...start, reports: [] }
  for (let passed = 0; passed < seconds && !enough(shift); passed++) {
    const now = shift.now + 1000
    const { crew, report } = stepCrew(shift.crew, at(now))
    shift = {
      crew,
      now,
      reports: report ? [...shift.reports, { ...report, at: now }] : shift.reports,
    }
  }
  return shift
}
const idle = { crew: crewAt(post, at(0)), now: 0 }
const sent = (run: Run) => ({ crew: takeOrder(idle.crew, run, at(0)), now: 0 })

describe('a crew', () => {
  it('reports every step of a run in order, and comes home', () => {
    const shift = watch(sent(order('a1')), 600, ({ crew }) => crew.task.phase === 'waiting')
    expect(shift.reports.map(({ to }) => to)).toEqual([
      'acknowledged',
      'en-route',
      'on-scene',
      'cleared',
    ])
    const [acknowledged, enRoute, onScene, cleared] = shift.reports.map(
      (report) => report.at / 1000,
    )
    expect(acknowledged).toBeGreaterThanOrEqual(2)
    expect(acknowledged).toBeLessThanOrEqual(7)
    expect((enRoute ?? 0) - (acknowledged ?? 0)).toBeLessThanOrEqual(6)
    expect((onScene ?? 0) - (enRoute ?? 0)).toBeGreaterThan(1200 / (60 / 3.6))
    expect((cleared ?? 0) - (onScene ?? 0)).toBeGreaterThanOrEqual(20)
    expect(distance(shift.crew.motion.place, post)).toBeLessThan(1)
  })
  it('is on scene only within 25 metres', () => {
    const shift = watch(sent(order('a1')), 600, ({ reports }) => reports.at(-1)?.to === 'on-scene')
    expect(distance(shift.crew.motion.place, site)).toBeLessThanOrEqual(25)
  })
  it('turns to another order at once and leaves the old one', () => {
    const driving = watch(sent(order('a1')), 30)
    const other = destination(post, 20, 900)
    const redirected = takeOrder(driving.crew, order('a2', other), at(driving.now))
    const shift = watch(
      { crew: redirected, now: driving.now },
      600,
      ({ reports }) => reports.length === 4,
    )
    expect(new Set(shift.reports.map(({ assignmentId }) => assignmentId))).toEqual(new Set(['a2']))
  })
  it('goes home when its order is taken away', () => {
    const driving = watch(sent(order('a1')), 40)
    expect(driving.crew.task.phase).toBe('driving')
    const recalled = takeOrder(driving.crew, null, at(driving.now))
    const shift = watch(
      { crew: recalled, now: driving.now },
      600,
      ({ crew }) => crew.task.phase === 'waiting',
    )
    expect(shift.reports).toEqual([])
    expect(distance(shift.crew.motion.place, post)).toBeLessThan(1)
  })
  it('is not stirred by the same order again, nor by none when it has none', () => {
    const { crew } = watch(sent(order('a1')), 20)
    expect(takeOrder(crew, order('a1', site, 'en-route'), at(20_000))).toBe(crew)
    expect(takeOrder(idle.crew, null, at(0))).toBe(idle.crew)
  })
  it('takes a run up where the hub knows it to be', () => {
    const steps = (phase: AssignmentPhase) =>
      watch(
        sent(order('a1', site, phase)),
        600,
        ({ crew }) => crew.task.phase === 'waiting',
      ).reports.map(({ to }) => to)
    expect(steps('acknowledged')).toEqual(['en-route', 'on-scene', 'cleared'])
    expect(steps('en-route')).toEqual(['on-scene', 'cleared'])
    expect(steps('on-scene')).toEqual(['cleared'])
    expect(takeOrder(idle.crew, order('a1', site, 'cancelled'), at(0))).toBe(idle.crew)
  })
  it('patrols near its post while it has nothing to do, and slowly', () => {
    const places: number[] = []
    let shift: Shift = { ...idle, reports: [] }
    for (let minute = 0; minute < 20; minute++) {
      for (let s = 0; s < 60; s++) {
        shift = watch(shift, 1)
        places.push(distance(shift.crew.motion.place, post))
        expect(shift.crew.motion.speed).toBeLessThanOrEqual(20 / 3.6 + 1e-9)
      }
    }
    expect(Math.max(...places)).toBeGreaterThan(200)
    expect(Math.max(...places)).toBeLessThan(900)
  })
})
