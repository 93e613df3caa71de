import { z } from 'zod'
import { type AlarmKind, alarmKindSchema, type Priority, prioritySchema } from '../codes/kinds'
import { alarmPriority } from '../codes/rule'
import { reportedPlaceSchema } from '../incidents/scene'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'
import { planChosenSchema } from '../plans/plan'

/** What people report, in the order of the keys 1 to 9. */
export const reportKinds = [
  'hold-up',
  'panic',
  'fire',
  'gas',
  'medical',
  'burglary',
  'tamper',
  'technical',
  'unknown',
] as const
export const reportKindSchema = z.enum(reportKinds)
export type ReportKind = z.output<typeof reportKindSchema>

/** A report counts as much as an alarm of the same kind. */
export const reportPriority = (kind: ReportKind): Priority => alarmPriority[kind]

/** Whoever rang and what was said, as the officer wrote it down. */
const saidShape = {
  text: z.string().max(4000),
  callerName: z.string().max(120).optional(),
  callerPhone: z.string().max(40).optional(),
}

/** What somebody reported of an incident. A panel cannot restore it and no rule bundles it. */
export interface Report {
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly kind: AlarmKind
  readonly priority: Priority
  readonly text: string
  readonly callerName?: string
  readonly callerPhone?: string
}

export const reportEvents = {
  /** Opens an incident without an alarm. */
  'incident-reported': z.object({
    incidentId: idSchema,
    siteId: idSchema,
    place: reportedPlaceSchema.optional(),
    kind: alarmKindSchema,
    priority: prioritySchema,
    plan: planChosenSchema,
    ...saidShape,
  }),
  /** A report from a site where an incident is open already. */
  'incident-report-added': z.object({
    incidentId: idSchema,
    kind: alarmKindSchema,
    priority: prioritySchema,
    ...saidShape,
  }),
} as const
export type ReportEntry<Type extends keyof typeof reportEvents = keyof typeof reportEvents> =
  EntryIn<typeof reportEvents, Type>
export type ReportEvent = EventIn<typeof reportEvents>
