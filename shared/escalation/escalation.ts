import { z } from 'zod'
import type { Who } from '../accounts/actor'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'
import { assignmentPhases } from '../teams/assignment'
import { type EscalationTimes, escalationTimesSchema, waits } from './times'

/** Who is told of something that waits too long, in this order. */
export const levels = ['second-officer', 'supervisor'] as const
export type Level = (typeof levels)[number]

export const isHigher = (a: Level, b: Level): boolean => levels.indexOf(a) > levels.indexOf(b)

const about = {
  waits: z.enum(waits),
  alarmId: idSchema.optional(),
  /** An unknown account that reports an alarm. */
  account: z.string().min(1).max(16).optional(),
  incidentId: idSchema.optional(),
  assignmentId: idSchema.optional(),
  phase: z.enum(assignmentPhases).optional(),
  stepId: z.string().min(1).max(40).optional(),
}

/** What waits, by the fields that name it. */
export const aboutSchema = z.object(about)
export type About = z.output<typeof aboutSchema>

export const aboutKey = (one: About): string =>
  [
    one.waits,
    one.alarmId ?? one.account ?? one.assignmentId ?? one.incidentId ?? '',
    one.stepId ?? one.phase ?? '',
  ].join('|')

export interface Escalated extends About {
  readonly key: string
  readonly level: Level
  /** Since when it waits. After a new wait this no longer matches, and the row no longer counts. */
  readonly since: Instant
  readonly at: Instant
  readonly seq: number
  /** Who was signed in to be told; empty when nobody was. */
  readonly to: readonly Who[]
}

export interface TimesInForce {
  readonly version: number
  readonly times: EscalationTimes
  readonly at: Instant
  readonly by: string
  readonly byId: string
}

const whoSchema = z.object({ id: idSchema, name: z.string().min(1).max(120) })

/** People named in one entry; a unit has fewer on duty. */
export const mostTold = 20

export const escalationEvents = {
  escalated: z.object({
    ...about,
    level: z.enum(levels),
    since: z.number(),
    to: z.array(whoSchema).max(mostTold),
  }),
  'escalation-times-set': z.object({
    version: z.number().int().min(1),
    times: escalationTimesSchema,
  }),
  /** More comes than those on duty can handle, and one of them asks for another. */
  'second-officer-called': z.object({
    /** Alarms per officer in ten minutes, and officers signed in, at that moment. */
    rate: z.number().min(0),
    officers: z.number().int().min(0),
  }),
} as const
export type EscalationEntry<
  Type extends keyof typeof escalationEvents = keyof typeof escalationEvents,
> = EntryIn<typeof escalationEvents, Type>
export type EscalationEvent = EventIn<typeof escalationEvents>
