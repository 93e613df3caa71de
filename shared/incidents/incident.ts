import { z } from 'zod'
import { type Disposition, dispositionSchema } from '../alarms/alarm'
import type { Call } from '../calls/call'
import { type AlarmKind, alarmKindSchema, type Priority, prioritySchema } from '../codes/kinds'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'
import { type PlanChosen, planChosenSchema } from '../plans/plan'
import type { Report } from '../reports/report'
import type { ReportedPlace } from './scene'
import { type StepOutcome, stepOutcomeSchema } from './step-outcome'

export interface LogLine {
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly type: string
  /** The values the line is worded with (a call sign, a note's text, a step's id). */
  readonly params: Readonly<Record<string, string | number>>
}

/** Who did a step of the plan, or tried to, and when. */
export interface StepDone {
  readonly at: Instant
  readonly by: string
  readonly byId?: string
  readonly outcome?: StepOutcome
  readonly skipped?: string
}

export interface IncidentPlan extends PlanChosen {
  /** The entry that opened the incident. Plans published later do not apply to it. */
  readonly asOf: number
}

export interface IncidentFacts {
  readonly id: string
  /** Its own id when it is at a place that is no site. */
  readonly siteId: string
  /** Where it is, when that is no site. */
  readonly place?: ReportedPlace
  /** The kind of its alarm with the highest priority; the response plan is for this kind. */
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly openedAt: Instant
  /** Who opened it by taking its first alarm or a caller's report, and who works on it. */
  readonly owner: { readonly id: string; readonly name: string }
  readonly alarmIds: readonly string[]
  readonly assignmentIds: readonly string[]
  /** Absent in incidents older than the versions of plans. */
  readonly plan?: IncidentPlan
  readonly steps: Readonly<Record<string, StepDone>>
  /** The last attempt at a step that is still to do. */
  readonly tries?: Readonly<Record<string, StepDone>>
  /** Calls to the contacts of its site, oldest first. */
  readonly calls?: readonly Call[]
  /** What people reported of it, oldest first. */
  readonly reports?: readonly Report[]
  /** What is worked on as one with it (whole.ts), in the order of merging. */
  readonly merged?: readonly string[]
  /** The incident that this one is worked on with. */
  readonly mergedInto?: string
  /** Related incidents that stay apart. */
  readonly links?: readonly string[]
  readonly log: readonly LogLine[]
}

/** What teams are sent to: one or more alarms of a site, or what somebody reported. */
export type Incident = IncidentFacts & IncidentPhase
export type IncidentPhase =
  | { readonly phase: 'open' }
  | {
      readonly phase: 'closed'
      readonly closedAt: Instant
      readonly closedBy: string
      readonly closedById?: string
      readonly disposition: Disposition
      readonly remark: string
    }

export const keptClosed = 500

export const incidentEvents = {
  'incident-opened': z.object({
    incidentId: idSchema,
    siteId: idSchema,
    alarmId: idSchema,
    kind: alarmKindSchema,
    priority: prioritySchema,
    /** Absent in versions that had one plan per kind: theirs is the first version. */
    plan: planChosenSchema.optional(),
  }),
  /** A further alarm of the same site is dealt with under an incident already open there. */
  'incident-alarm-added': z.object({
    incidentId: idSchema,
    alarmId: idSchema,
    kind: alarmKindSchema,
    priority: prioritySchema,
  }),
  'incident-note-added': z.object({
    incidentId: idSchema,
    noteId: idSchema,
    text: z.string().min(1).max(4000),
  }),
  'incident-step-completed': z.object({
    incidentId: idSchema,
    stepId: idSchema,
    outcome: stepOutcomeSchema.optional(),
  }),
  /** Somebody tried, but the step is still to do: nobody answered or nothing was confirmed. */
  'incident-step-tried': z.object({
    incidentId: idSchema,
    stepId: idSchema,
    outcome: stepOutcomeSchema,
  }),
  'incident-step-skipped': z.object({
    incidentId: idSchema,
    stepId: idSchema,
    reason: z.string().min(1).max(500),
  }),
  'incident-closed': z.object({
    incidentId: idSchema,
    disposition: dispositionSchema,
    remark: z.string().max(4000),
  }),
  /** The closing was taken back. */
  'incident-reopened': z.object({ incidentId: idSchema }),
} as const

export type IncidentEntry<Type extends keyof typeof incidentEvents = keyof typeof incidentEvents> =
  EntryIn<typeof incidentEvents, Type>
export type IncidentEvent = EventIn<typeof incidentEvents>
