import { z } from 'zod'
import { type AlarmKind, alarmKindSchema, type Priority, prioritySchema } from '../codes/kinds'
import type { Place } from '../geo/place'
import { placeSchema } from '../geo/place'
import type { LogLine } from '../incidents/incident'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'
import { type WrongDetail, wrongDetailsSchema } from '../signals/wrong-detail'
import type { AlarmCause } from './causes'

/**
 * How an incident ended. The "false" ones name the cause, because that is what prevents the next
 * one.
 */
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

export interface AlarmReception {
  /** Channel and address: `dc09-tcp 10.0.0.7`. */
  readonly path: string
  readonly at: Instant
}

export interface AlarmSignal {
  readonly signalId: string
  readonly seq: number
  readonly at: Instant
  readonly meaning: string
  readonly code: string
  readonly zone: string | null
  readonly restoral: boolean
  /** The ways it came: one, or two of a dual-path unit. */
  readonly receptions: readonly AlarmReception[]
  /**
   * Area and user, when the panel named them. Another area's zone or another person under threat is
   * a separate event.
   */
  readonly partition?: string
  readonly user?: string
  readonly text?: string
  readonly position?: Place
  /** Address of a picture: shown as text, never fetched. */
  readonly verification?: string
  readonly opens?: true
  /** The sender's clock was outside the window. */
  readonly stale?: true
  readonly wrongDetails?: readonly WrongDetail[]
  /** Since when it waited in the quarantine or for the end of a test. */
  readonly heldSince?: Instant
}

export interface AlarmFacts {
  readonly id: string
  readonly siteId: string
  readonly kind: AlarmKind
  /**
   * The highest priority of its signals. That signal's words, code and zone are the alarm's
   * headline.
   */
  readonly priority: Priority
  readonly meaning: string
  readonly code: string
  readonly zone: string | null
  readonly raisedAt: Instant
  /** The entry that raised it. It tells which of two alarms is newer, even at the same instant. */
  readonly raisedSeq: number
  readonly lastSignalAt: Instant
  readonly causes: readonly AlarmCause[]
  /** When the panel reported that the last standing cause was gone; null while one stands. */
  readonly restoredAt: Instant | null
  /**
   * The row of the ledger that keeps it out of the queue (shared/triage/ledger.ts). Absent when it
   * is in the queue.
   */
  readonly bundleId?: string
  /** Counts all its signals; `signals` holds only the newest. */
  readonly signalCount: number
  readonly signals: readonly AlarmSignal[]
  /** Of an alarm that was taken and given back: who took it and gave it back, and when. */
  readonly released?: readonly LogLine[]
}

/** What an operator must deal with: one or more signals of one site and one cause. */
export type Alarm = AlarmFacts & AlarmPhase
export type AlarmPhase =
  | { readonly phase: 'raised' }
  | {
      readonly phase: 'acknowledged'
      readonly incidentId: string
      readonly acknowledgedBy: string
      readonly acknowledgedById?: string
      readonly acknowledgedAt: Instant
    }
  | {
      readonly phase: 'closed'
      readonly incidentId: string
      readonly acknowledgedBy: string
      readonly acknowledgedById?: string
      readonly acknowledgedAt: Instant
      readonly closedAt: Instant
    }

export const openAlarmKey = (siteId: string, kind: string): string => `${siteId}|${kind}`

const marks = {
  path: z.string().max(160).optional(),
  partition: z.string().max(8).optional(),
  user: z.string().max(8).optional(),
  text: z.string().max(500).optional(),
  position: placeSchema.optional(),
  verification: z.string().max(1_000).optional(),
  opens: z.literal(true).optional(),
  stale: z.literal(true).optional(),
  wrongDetails: wrongDetailsSchema.optional(),
  heldSince: z.number().optional(),
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
    /** Set when a rule takes the alarm at once, so that it never enters the queue. */
    foldId: idSchema.optional(),
    ...marks,
  }),
  'alarm-signal-added': z.object({
    alarmId: idSchema,
    signalId: idSchema,
    priority: prioritySchema,
    meaning: z.string().max(200),
    code: z.string().max(8),
    zone: z.string().max(8).nullable(),
    ...marks,
  }),
  /** Another reception of a signal that the alarm already has; `of` names that signal. */
  'alarm-reception-added': z.object({
    alarmId: idSchema,
    signalId: idSchema,
    of: idSchema,
    path: z.string().max(160),
  }),
  'alarm-restored': z.object({
    alarmId: idSchema,
    signalId: idSchema,
    meaning: z.string().max(200),
    code: z.string().max(8),
    zone: z.string().max(8).nullable(),
    path: z.string().max(160).optional(),
  }),
  'alarm-acknowledged': z.object({ alarmId: idSchema, incidentId: idSchema }),
  /** The acknowledgement was taken back: the alarm waits again. */
  'alarm-released': z.object({ alarmId: idSchema, incidentId: idSchema }),
} as const

export type AlarmEntry<Type extends keyof typeof alarmEvents = keyof typeof alarmEvents> = EntryIn<
  typeof alarmEvents,
  Type
>
export type AlarmEvent = EventIn<typeof alarmEvents>
