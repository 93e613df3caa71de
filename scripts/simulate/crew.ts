import { between, type Random } from '../../shared/demo/random'
import { destination, distance } from '../../shared/geo/distance'
import type { Place } from '../../shared/geo/place'
import { second } from '../../shared/lang/instant'
import type { Progress } from '../../shared/teams/assignment'
import type { TeamOrder } from '../../shared/wire/team-feed'
import { drive, halt, type Motion, setOff, standingAt } from './car-motion'

export type Run = Pick<TeamOrder, 'assignmentId' | 'phase'> & {
  readonly site: Pick<TeamOrder['site'], 'location'>
}

export interface CarCrew {
  readonly post: Place
  readonly motion: Motion
  readonly task: Task
  readonly at: number
}

export type Task =
  /** At the post, until it is time to patrol. */
  | { readonly phase: 'waiting'; readonly until: number }
  | { readonly phase: 'patrolling' }
  | { readonly phase: 'alerted'; readonly run: Run; readonly until: number }
  | { readonly phase: 'boarding'; readonly run: Run; readonly until: number }
  | { readonly phase: 'driving'; readonly run: Run }
  | { readonly phase: 'on-scene'; readonly run: Run; readonly until: number }
  | { readonly phase: 'returning' }

export interface CrewReport {
  readonly assignmentId: string
  readonly to: Progress
}

export interface Circumstances {
  readonly now: number
  readonly cruise: number
  readonly random: Random
}

/** From here a crew calls itself on scene, metres. */
const onSceneWithin = 25
/**
 * How long a crew takes for each step, shortest and longest in ms: quicker than life, so that a
 * demo shows whole runs.
 */
const takes = {
  acknowledging: [2 * second, 6 * second],
  boarding: [2 * second, 5 * second],
  checking: [20 * second, 60 * second],
  waiting: [20 * second, 120 * second],
} as const
/** Patrols circle this far from the post, metres, at this speed, m/s. */
const patrol = { reach: [250, 700], speed: 20 / 3.6 } as const
/** Going home there is no hurry. */
const homeward = 0.7

const after = (step: keyof typeof takes, { now, random }: Circumstances): number =>
  now + between(random, ...takes[step])

export function crewAt(post: Place, circumstances: Circumstances): CarCrew {
  const task: Task = { phase: 'waiting', until: after('waiting', circumstances) }
  return { post, motion: standingAt(post), task, at: circumstances.now }
}

const runOf = (task: Task): Run | null => ('run' in task ? task.run : null)

/**
 * Takes the hub's order: a new one starts at once, the same one changes nothing, and none means to
 * go home.
 */
export function takeOrder(crew: CarCrew, order: Run | null, circumstances: Circumstances): CarCrew {
  const current = runOf(crew.task)
  if (order === null) return current === null ? crew : goHome(crew, circumstances.random)
  if (order.assignmentId === current?.assignmentId) return crew
  switch (order.phase) {
    case 'dispatched':
      return {
        ...crew,
        motion: current === null ? crew.motion : halt(crew.motion),
        task: { phase: 'alerted', run: order, until: after('acknowledging', circumstances) },
      }
    // A device that was disconnected resumes its run where the hub knows it to be.
    case 'acknowledged':
      return {
        ...crew,
        task: { phase: 'boarding', run: order, until: after('boarding', circumstances) },
      }
    case 'en-route':
      return depart(crew, order, circumstances.random)
    case 'on-scene':
      return {
        ...crew,
        task: { phase: 'on-scene', run: order, until: after('checking', circumstances) },
      }
    case 'cleared':
    case 'cancelled':
    case 'reassigned':
      return current === null ? crew : goHome(crew, circumstances.random)
  }
}

const depart = (crew: CarCrew, run: Run, random: Random): CarCrew => ({
  ...crew,
  motion: setOff(crew.motion, run.site.location, random),
  task: { phase: 'driving', run },
})

const goHome = (crew: CarCrew, random: Random): CarCrew => ({
  ...crew,
  motion: setOff(crew.motion, crew.post, random),
  task: { phase: 'returning' },
})

/**
 * Moves the car up to now and lets the crew do what is due; at most one step is reported at a time.
 */
export function stepCrew(
  crew: CarCrew,
  circumstances: Circumstances,
): { readonly crew: CarCrew; readonly report: CrewReport | null } {
  const seconds = Math.max(0, circumstances.now - crew.at) / 1000
  const motion = drive(crew.motion, seconds, cruiseFor(crew.task, circumstances.cruise))
  return act({ ...crew, motion, at: circumstances.now }, circumstances)
}

function cruiseFor({ phase }: Task, cruise: number): number {
  if (phase === 'patrolling') return Math.min(cruise, patrol.speed)
  return phase === 'returning' ? cruise * homeward : cruise
}

function act(crew: CarCrew, circumstances: Circumstances): ReturnType<typeof stepCrew> {
  const { task, motion } = crew
  const { now, random } = circumstances
  const silently = (next: CarCrew) => ({ crew: next, report: null })
  const reporting = (next: CarCrew, run: Run, to: Progress) => ({
    crew: next,
    report: { assignmentId: run.assignmentId, to },
  })
  switch (task.phase) {
    case 'waiting':
      return silently(now < task.until ? crew : goOnPatrol(crew, random))
    case 'patrolling':
    case 'returning':
      if (motion.route.length > 0) return silently(crew)
      return silently({
        ...crew,
        task: { phase: 'waiting', until: after('waiting', circumstances) },
      })
    case 'alerted': {
      if (now < task.until) return silently(crew)
      const until = after('boarding', circumstances)
      return reporting(
        { ...crew, task: { phase: 'boarding', run: task.run, until } },
        task.run,
        'acknowledged',
      )
    }
    case 'boarding':
      if (now < task.until) return silently(crew)
      return reporting(depart(crew, task.run, random), task.run, 'en-route')
    case 'driving': {
      if (distance(motion.place, task.run.site.location) > onSceneWithin) return silently(crew)
      const until = after('checking', circumstances)
      return reporting(
        { ...crew, task: { phase: 'on-scene', run: task.run, until } },
        task.run,
        'on-scene',
      )
    }
    case 'on-scene':
      if (now < task.until) return silently(crew)
      return reporting(goHome(crew, random), task.run, 'cleared')
  }
}

/** Somewhere near the post, or back to it: every other patrol ends where it began. */
function goOnPatrol(crew: CarCrew, random: Random): CarCrew {
  const away = distance(crew.motion.place, crew.post) > patrol.reach[0] / 2
  const to = away
    ? crew.post
    : destination(crew.post, between(random, 0, 360), between(random, ...patrol.reach))
  return { ...crew, motion: setOff(crew.motion, to, random), task: { phase: 'patrolling' } }
}
