import { z } from 'zod'
import { type AlarmKind, alarmKindSchema, type Priority, prioritySchema } from '../codes/kinds'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'
import type { AlarmCause } from './causes'

/** How an incident ended. "False" ones name the cause, since that is what prevents the next one. */
export const dispositions = [
  'true-alarm',
  'false-user-error',
  'false-equipment',
  'false-weather',
  'false-unknown',
  'test',
  'service-work',
] as const
export const dispositionSchema = z.enum(dispositions)
export type Disposition = z.output<typeof dispositionSchema>

/** One signal of an alarm, as its card lists it. */
export interface AlarmSignal {
  readonly signalId: string
  readonly seq: number
  readonly at: Instant
  readonly meaning: string
  readonly code: string
  readonly zone: string | null
  readonly restoral: boolean
}

export interface AlarmFacts {
  readonly id: string
  readonly siteId: string
  readonly kind: AlarmKind
  /** The gravest of its signals; that signal's words, code and zone are the alarm's headline. */
  readonly priority: Priority
  readonly meaning: string
  readonly code: string
  readonly zone: string | null
  readonly raisedAt: Instant
  /** The entry that raised it: tells which of two alarms is newer, even of one instant. */
  readonly raisedSeq: number
  readonly lastSignalAt: Instant
  /** What was reported under it, and what of that stands. */
  readonly causes: readonly AlarmCause[]
  /** When the panel reported the last standing cause gone; null while one stands. */
  readonly restoredAt: Instant | null
  /** All signals that belong to it; `signals` holds the newest of them. */
  readonly signalCount: number
  readonly signals: readonly AlarmSignal[]
}

/** What an operator must deal with: one or more signals of one site and one cause. */
export type Alarm = AlarmFacts & AlarmPhase
export type AlarmPhase =
  | { readonly phase: 'raised' }
  | {
      readonly phase: 'acknowledged'
      readonly incidentId: string
      readonly acknowledgedBy: string
      readonly acknowledgedAt: Instant
    }
  | {
      readonly phase: 'closed'
      readonly incidentId: string
      readonly acknowledgedBy: string
      readonly acknowledgedAt: Instant
      readonly closedAt: Instant
    }

export const alarmEvents = {
  'alarm-raised': z.object({
    alarmId: idSchema,
    siteId: idSchema,
    signalId: idSchema,
    kind: alarmKindSchema,
    priority: prioritySchema,
    meaning: z.string().max(200),
    code: z.string().max(8),
    zone: z.string().max(8).nullable(),
  }),
  'alarm-signal-added': z.object({
    alarmId: idSchema,
    signalId: idSchema,
    priority: prioritySchema,
    meaning: z.string().max(200),
    code: z.string().max(8),
    zone: z.string().max(8).nullable(),
  }),
  'alarm-restored': z.object({
    alarmId: idSchema,
    signalId: idSchema,
    meaning: z.string().max(200),
    code: z.string().max(8),
    zone: z.string().max(8).nullable(),
  }),
  'alarm-acknowledged': z.object({ alarmId: idSchema, incidentId: idSchema }),
} as const
