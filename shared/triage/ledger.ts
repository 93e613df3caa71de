import { z } from 'zod'
import { type Disposition, dispositionSchema } from '../alarms/alarm'
import { type AlarmKind, alarmKindSchema, type Priority, prioritySchema } from '../codes/kinds'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'

/** The rules that fold alarms, by name: see rules.ts for what each of them takes. */
export const foldRules = ['power-cut', 'line-loss', 'chatter'] as const
export const foldRuleSchema = z.enum(foldRules)
export type FoldRule = z.output<typeof foldRuleSchema>

/**
 * Where a rule folds: everywhere, in one town (as the register of sites writes it), or at one zone
 * of one site.
 */
export const foldPlaceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('region') }),
  z.object({ type: z.literal('town'), town: z.string().max(80) }),
  /** `zone` without leading zeros; empty when the panel names none. */
  z.object({ type: z.literal('zone'), siteId: idSchema, zone: z.string().max(8) }),
])
export type FoldPlace = z.output<typeof foldPlaceSchema>

export interface FoldFacts {
  readonly id: string
  readonly rule: FoldRule
  /** The cause of every alarm in it. */
  readonly kind: AlarmKind
  readonly place: FoldPlace
  /** The gravest it takes; a graver signal takes its alarm out. */
  readonly priority: Priority
  /** When the first of the signals came that made the rule apply. */
  readonly since: Instant
  readonly openedAt: Instant
  /** The entry that opened it: tells which of two folds of a place is newer. */
  readonly openedSeq: number
  /** The last signal of its alarms, restorals included. */
  readonly lastAt: Instant
  /**
   * What is in it now, restorals counted as signals; once it is unfolded or closed, what was in it
   * then. Its alarms are those with its id as `foldId`, one of a site.
   */
  readonly signalCount: number
  readonly siteCount: number
  /** How many of its sites have reported the end of everything. */
  readonly restoredCount: number
}

/** A row of the ledger: alarms that a rule keeps out of the queue, all of one cause and place. */
export type Fold = FoldFacts & FoldPhase
export type FoldPhase =
  /** It takes what comes. */
  | { readonly phase: 'open' }
  /** It has been quiet and takes no further alarms; somebody has yet to close or unfold it. */
  | { readonly phase: 'ended'; readonly endedAt: Instant }
  /** It ended, and all its alarms were taken by hand or left because something graver came. */
  | { readonly phase: 'emptied'; readonly emptiedAt: Instant }
  /** Its alarms are in the queue again, and its rule does not apply there until `heldUntil`. */
  | {
      readonly phase: 'unfolded'
      readonly unfoldedAt: Instant
      readonly unfoldedBy: string
      readonly unfoldedById: string
      readonly heldUntil: Instant
    }
  /** Settled: its alarms have left the room, the journal has them. */
  | {
      readonly phase: 'closed'
      readonly closedAt: Instant
      readonly closedBy: string
      readonly closedById: string
      readonly disposition: Disposition
      readonly remark: string
    }

/** Whether alarms may be in it: such a row is shown until somebody settles it. */
export const holdsAlarms = ({ phase }: Pick<Fold, 'phase'>): boolean =>
  phase === 'open' || phase === 'ended'

/**
 * The rows as a screen lists them: those that hold alarms, oldest first, then those that are
 * settled, newest first.
 */
export function ledgerRows({
  folds,
}: {
  readonly folds: { values(): Iterable<Fold> }
}): readonly Fold[] {
  const rows = [...folds.values()].sort((a, b) => a.openedSeq - b.openedSeq)
  return [...rows.filter(holdsAlarms), ...rows.filter((row) => !holdsAlarms(row)).reverse()]
}

/** What a rule and place are found by. */
export const foldKey = ({ rule, kind, place }: Pick<Fold, 'rule' | 'kind' | 'place'>): string =>
  `${rule}|${kind}|${place.type}|${place.type === 'town' ? place.town : place.type === 'zone' ? `${place.siteId}|${place.zone}` : ''}`

export const foldEvents = {
  /** A rule applies from here on: its row stands in the ledger. */
  'fold-opened': z.object({
    foldId: idSchema,
    rule: foldRuleSchema,
    kind: alarmKindSchema,
    place: foldPlaceSchema,
    priority: prioritySchema,
    since: z.number(),
  }),
  /**
   * An alarm that was in the queue is in the fold now. One that is raised into a fold says so
   * itself (`alarm-raised`).
   */
  'alarm-folded': z.object({ alarmId: idSchema, foldId: idSchema }),
  /**
   * It left the fold by itself: something graver was reported, something at another zone than the
   * one that chatters, or anything once the row had ended or nobody had the graver thing that
   * chatters in hand any more.
   */
  'alarm-unfolded': z.object({
    alarmId: idSchema,
    foldId: idSchema,
    why: z.enum(['graver', 'other-cause', 'row-over']),
  }),
  /** An officer wants to see all of it in the queue. */
  'fold-unfolded': z.object({ foldId: idSchema, heldUntil: z.number() }),
  /** Quiet: what comes from now on is judged anew. */
  'fold-ended': z.object({ foldId: idSchema }),
  'fold-closed': z.object({
    foldId: idSchema,
    disposition: dispositionSchema,
    remark: z.string().max(4000),
  }),
} as const

export type FoldEntry<Type extends keyof typeof foldEvents = keyof typeof foldEvents> = EntryIn<
  typeof foldEvents,
  Type
>
export type FoldEvent = EventIn<typeof foldEvents>
