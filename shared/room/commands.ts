import { z } from 'zod'
import type { Actor } from '../accounts/actor'
import { dispositionSchema } from '../alarms/alarm'
import { stepOutcomeSchema } from '../incidents/step-outcome'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'
import { longestTest } from '../on-test/on-test'
import { accountSchema } from '../sites/site'
import { dispatchReasonSchema, progressSchema } from '../teams/assignment'
import { shownLines, shownText } from '../text/shown-text'

/**
 * What people write: nothing in it turns the direction of what stands beside it, and unseen signs
 * are no words.
 */
const line = z.string().overwrite(shownText)
const lines = z.string().overwrite(shownLines)
const reason = line.min(1, 'a reason is needed').max(500)

/**
 * The incident meant. `alarmId` goes with an incident that the console has asked for and the hub
 * has not opened yet: where that alarm was taken into another incident, the command is about that
 * one (shared/incidents/meant.ts).
 */
const incident = { incidentId: idSchema, alarmId: idSchema.optional() }

/**
 * What people and teams may ask for. Whoever starts a thing names it (ids come in on the command),
 * so that a command written while the hub is away can already be followed by others about the same
 * thing.
 */
export const commandSchema = z.discriminatedUnion('type', [
  /**
   * "I take it": the officer owns the alarm and its incident; `incidentId` is used unless one is
   * open at the site.
   */
  z.object({ type: z.literal('acknowledge-alarm'), alarmId: idSchema, incidentId: idSchema }),
  z.object({
    type: z.literal('dispatch-team'),
    ...incident,
    teamId: idSchema,
    assignmentId: idSchema,
    reason: dispatchReasonSchema,
  }),
  /** A team's own report, or an officer's on its behalf (heard by radio). */
  z.object({ type: z.literal('report-progress'), assignmentId: idSchema, to: progressSchema }),
  z.object({ type: z.literal('cancel-dispatch'), assignmentId: idSchema, reason }),
  z.object({
    type: z.literal('reassign-team'),
    assignmentId: idSchema,
    newAssignmentId: idSchema,
    toIncidentId: idSchema,
    alarmId: incident.alarmId,
    reason,
    dispatch: dispatchReasonSchema,
  }),
  z.object({
    type: z.literal('add-note'),
    ...incident,
    noteId: idSchema,
    text: lines.min(1, 'a note needs words').max(4000),
  }),
  /**
   * `outcome`: asked for where somebody has to answer for it (shared/incidents/step-outcome.ts).
   */
  z.object({
    type: z.literal('complete-step'),
    ...incident,
    stepId: idSchema,
    outcome: stepOutcomeSchema.optional(),
  }),
  z.object({ type: z.literal('skip-step'), ...incident, stepId: idSchema, reason }),
  z.object({
    type: z.literal('close-incident'),
    ...incident,
    disposition: dispositionSchema,
    remark: lines.max(4000),
  }),
  z.object({ type: z.literal('take-team-out-of-service'), teamId: idSchema, reason }),
  z.object({ type: z.literal('return-team-to-service'), teamId: idSchema }),
  /**
   * No alarms of this site, or of these zones, for so many minutes; signals are recorded all the
   * same.
   */
  z.object({
    type: z.literal('start-test'),
    testId: idSchema,
    siteId: idSchema,
    zones: z
      .array(z.string().trim().min(1).max(8))
      .min(1, 'name at least one zone')
      .max(200)
      .nullable(),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(longestTest, `at most ${longestTest / 60} hours`),
    reason,
  }),
  z.object({ type: z.literal('end-test'), testId: idSchema }),
  /**
   * Says which site an unknown account belongs to; what was held of it takes effect, in the order
   * it came.
   */
  z.object({ type: z.literal('attach-account'), account: accountSchema, siteId: idSchema }),
  /** "I take it": the officer deals with what an unknown account reports. */
  z.object({ type: z.literal('take-account'), account: accountSchema }),
  /**
   * Ends that without a site being found; what the account reports next waits for an officer again.
   */
  z.object({ type: z.literal('set-account-aside'), account: accountSchema, reason }),
  /**
   * Puts all alarms of a row of the ledger into the queue, and keeps its rule from folding there
   * for a while.
   */
  z.object({ type: z.literal('unfold'), foldId: idSchema }),
  /** Settles a row of the ledger: its alarms are dealt with, all in one. */
  z.object({
    type: z.literal('close-fold'),
    foldId: idSchema,
    disposition: dispositionSchema,
    remark: lines.max(4000),
  }),
])
export type Command = z.output<typeof commandSchema>
export type CommandType = Command['type']
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>

/** A command as it travels: its own id makes it take effect once, however often it is sent. */
export const envelopeSchema = z.object({
  commandId: idSchema,
  command: commandSchema,
  /**
   * When it was given, by the console's clock (ms): shown with pending commands, never used to
   * judge.
   */
  issuedAt: z.number().int(),
})
export type Envelope = z.output<typeof envelopeSchema>

/** Who gave the command, and when the hub judges it. */
export interface Stamp {
  readonly by: Actor
  readonly at: Instant
}
