import { z } from 'zod'
import { type AlarmKind, alarmKindSchema, type Priority, prioritySchema } from '../codes/kinds'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'

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
  readonly priority: Priority
  readonly meaning: string
  readonly zone: string | null
  readonly raisedAt: Instant
  readonly lastSignalAt: Instant
  /** When the panel reported the cause gone; null while it stands. */
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
