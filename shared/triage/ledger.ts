import { z } from 'zod'
import { type Disposition, dispositionSchema } from '../alarms/alarm'
import { type AlarmKind, alarmKindSchema, type Priority, prioritySchema } from '../codes/kinds'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'

/** The rules that bundle alarms, by name; rules.ts says what each takes. */
export const bundleRules = ['power-cut', 'line-loss', 'chatter'] as const
export const bundleRuleSchema = z.enum(bundleRules)
export type BundleRule = z.output<typeof bundleRuleSchema>

/**
 * Where a rule bundles: everywhere, in one town (as spelled in the register), or at one zone of one
 * site.
 */
export const bundlePlaceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('region') }),
  z.object({ type: z.literal('town'), town: z.string().max(80) }),
  /** `zone` without leading zeros; empty when the panel names none. */
  z.object({ type: z.literal('zone'), siteId: idSchema, zone: z.string().max(8) }),
])
export type BundlePlace = z.output<typeof bundlePlaceSchema>

export interface BundleFacts {
  readonly id: string
  readonly rule: BundleRule
  readonly kind: AlarmKind
  readonly place: BundlePlace
  /** The gravest it takes; a graver signal takes its alarm out. */
  readonly priority: Priority
  /** When the first signal came that made the rule apply. */
  readonly since: Instant
  readonly openedAt: Instant
  /** The entry that opened it: tells which of two bundles of a place is newer. */
  readonly openedSeq: number
  readonly lastAt: Instant
  /**
   * Signals in it now, restorals included; once unbundled or closed, those in it then. Its alarms
   * have its id as `bundleId`, and one site has one.
   */
  readonly signalCount: number
  readonly siteCount: number
  /** Sites that have reported the end of everything. */
  readonly restoredCount: number
}

/** A ledger row: alarms of one cause and place that a rule keeps out of the queue. */
export type Bundle = BundleFacts & BundlePhase
export type BundlePhase =
  /** It takes further alarms. */
  | { readonly phase: 'open' }
  /** It has been quiet and takes no further alarms; somebody must still close or unbundle it. */
  | { readonly phase: 'ended'; readonly endedAt: Instant }
  /** It ended, and all its alarms were taken by hand or left because something graver came. */
  | { readonly phase: 'emptied'; readonly emptiedAt: Instant }
  /** Its alarms are in the queue again, and its rule does not apply there until `heldUntil`. */
  | {
      readonly phase: 'unbundled'
      readonly unbundledAt: Instant
      readonly unbundledBy: string
      readonly unbundledById: string
      readonly heldUntil: Instant
    }
  | {
      readonly phase: 'closed'
      readonly closedAt: Instant
      readonly closedBy: string
      readonly closedById: string
      readonly disposition: Disposition
      readonly remark: string
    }

/** Whether alarms may be in it: such a row is shown until somebody settles it. */
export const holdsAlarms = ({ phase }: Pick<Bundle, 'phase'>): boolean =>
  phase === 'open' || phase === 'ended'

/**
 * The rows in screen order: those that hold alarms, oldest first, then the settled ones, newest
 * first.
 */
export function ledgerRows({
  bundles,
}: {
  readonly bundles: { values(): Iterable<Bundle> }
}): readonly Bundle[] {
  const rows = [...bundles.values()].sort((a, b) => a.openedSeq - b.openedSeq)
  return [...rows.filter(holdsAlarms), ...rows.filter((row) => !holdsAlarms(row)).reverse()]
}

export const bundleKey = ({ rule, kind, place }: Pick<Bundle, 'rule' | 'kind' | 'place'>): string =>
  `${rule}|${kind}|${place.type}|${place.type === 'town' ? place.town : place.type === 'zone' ? `${place.siteId}|${place.zone}` : ''}`

export const bundleEvents = {
  /** A rule applies from here on: its row is in the ledger. */
  'fold-opened': z.object({
    foldId: idSchema,
    rule: bundleRuleSchema,
    kind: alarmKindSchema,
    place: bundlePlaceSchema,
    priority: prioritySchema,
    since: z.number(),
  }),
  /**
   * An alarm went from the queue into the bundle. One raised into a bundle says so itself
   * (`alarm-raised`).
   */
  'alarm-folded': z.object({ alarmId: idSchema, foldId: idSchema }),
  /**
   * An alarm left the bundle by itself: something graver came, or something at another zone than
   * the chattering one; or anything at all after the row had ended, or when nobody had the graver
   * chattering alarm in hand any more.
   */
  'alarm-unfolded': z.object({
    alarmId: idSchema,
    foldId: idSchema,
    why: z.enum(['graver', 'other-cause', 'row-over']),
  }),
  /** An officer wants to see all of it in the queue. */
  'fold-unfolded': z.object({ foldId: idSchema, heldUntil: z.number() }),
  /** Quiet: what comes from now on is judged afresh. */
  'fold-ended': z.object({ foldId: idSchema }),
  'fold-closed': z.object({
    foldId: idSchema,
    disposition: dispositionSchema,
    remark: z.string().max(4000),
  }),
} as const

export type BundleEntry<Type extends keyof typeof bundleEvents = keyof typeof bundleEvents> =
  EntryIn<typeof bundleEvents, Type>
export type BundleEvent = EventIn<typeof bundleEvents>
