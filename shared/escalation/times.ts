import { z } from 'zod'
import { inLane } from '../alarms/lane'
import type { AlarmKind, Priority } from '../codes/kinds'
import { hour, minute, second } from '../lang/instant'

/**
 * What can wait too long: an alarm nobody took, an incident no team was sent to, a crew late with
 * its next report, a plan step nobody continues with.
 */
export const waits = ['unowned', 'no-team', 'crew', 'step'] as const
export type Waits = (typeof waits)[number]

/** How grave it is: a person under threat, or else the priority. */
export const graveness = ['threat', 'p1', 'p2', 'p3', 'p4'] as const
export type Graveness = (typeof graveness)[number]

export const gravenessOf = (kind: AlarmKind, priority: Priority): Graveness =>
  inLane(kind) ? 'threat' : `p${priority}`

const waitSchema = z
  .number()
  .int()
  .min(5 * second)
  .max(24 * hour)
  .nullable()

/**
 * ms after which a waiting thing is told to a second officer, and then to a supervisor; null:
 * never.
 */
export const levelTimesSchema = z.object({ 'second-officer': waitSchema, supervisor: waitSchema })
export type LevelTimes = z.output<typeof levelTimesSchema>

const byGraveness = z.object({
  threat: levelTimesSchema,
  p1: levelTimesSchema,
  p2: levelTimesSchema,
  p3: levelTimesSchema,
  p4: levelTimesSchema,
})
export const escalationTimesSchema = z.object({
  unowned: byGraveness,
  'no-team': byGraveness,
  crew: byGraveness,
  step: byGraveness,
})
export type EscalationTimes = z.output<typeof escalationTimesSchema>

const after = (secondOfficer: number, supervisor: number): LevelTimes => ({
  'second-officer': secondOfficer,
  supervisor,
})
const never: LevelTimes = { 'second-officer': null, supervisor: null }

/**
 * The times a unit begins with, each with its reason. They are our judgement, not a standard's: a
 * supervisor changes them to fit the unit's orders.
 */
const usual: Readonly<
  Record<Waits, { readonly why: string; readonly times: EscalationTimes[Waits] }>
> = {
  unowned: {
    why: 'Taking an alarm is one key. Whoever has not pressed it in these times is not there or has too much in hand; a person under threat cannot wait until that is clear.',
    times: {
      threat: after(15 * second, 30 * second),
      p1: after(30 * second, minute),
      p2: after(90 * second, 3 * minute),
      p3: after(10 * minute, 20 * minute),
      p4: never,
    },
  },
  'no-team': {
    why: 'Choosing a team takes a look at the map, and where a call comes first, a call. Priority 3 is often settled by telephone.',
    times: {
      threat: after(30 * second, minute),
      p1: after(minute, 2 * minute),
      p2: after(3 * minute, 6 * minute),
      p3: after(15 * minute, 30 * minute),
      p4: never,
    },
  },
  crew: {
    why: 'Counted from the moment the report was due. The officer of the incident hears it at once, and asks by radio first.',
    times: {
      threat: after(30 * second, minute),
      p1: after(minute, 2 * minute),
      p2: after(3 * minute, 6 * minute),
      p3: after(10 * minute, 20 * minute),
      p4: never,
    },
  },
  step: {
    why: 'Counted from the last thing that was done. A call that rings out and a second try fit in; nothing at all does not.',
    times: {
      threat: after(2 * minute, 4 * minute),
      p1: after(3 * minute, 6 * minute),
      p2: after(10 * minute, 20 * minute),
      p3: after(30 * minute, hour),
      p4: never,
    },
  },
}

export const usualTimes: EscalationTimes = {
  unowned: usual.unowned.times,
  'no-team': usual['no-team'].times,
  crew: usual.crew.times,
  step: usual.step.times,
}
export const whyUsual = (what: Waits): string => usual[what].why
