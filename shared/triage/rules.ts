import type { AlarmKind, Priority } from '../codes/kinds'
import { type Instant, minute } from '../lang/instant'
import type { Bundle, BundleRule } from './ledger'

/**
 * Never bundled, however often it comes: a life may hang on each. Priority 1 is treated the same,
 * whatever its kind.
 */
const neverBundled: ReadonlySet<AlarmKind> = new Set([
  'hold-up',
  'duress',
  'panic',
  'medical',
  'fire',
  'gas',
])

export const isProtected = ({
  kind,
  priority,
}: {
  readonly kind: AlarmKind
  readonly priority: Priority
}): boolean => priority === 1 || neverBundled.has(kind)

/**
 * Many sites with one trouble at once: their common cause is to be dealt with, not each of them.
 */
export interface StormRule {
  readonly rule: Exclude<BundleRule, 'chatter'>
  readonly kind: AlarmKind
}

/**
 * `power`: the mains failed, and in time the batteries. `communication`: a panel's own report, or
 * its silence.
 */
export const stormRules: readonly StormRule[] = [
  { rule: 'power-cut', kind: 'power' },
  { rule: 'line-loss', kind: 'communication' },
]

/** Storms are made of troubles. A graver alarm of the same kind is somebody's own emergency. */
export const stormPriority: Priority = 3

/**
 * This many different sites of one town within `stormSpan` are a storm. Our choice: below the 10
 * alarms in 10 minutes that are a flood for one officer, so that the rule comes first; far above
 * chance, since 19,000 sites report some 50 power failures a day.
 */
export const townSites = 8
/**
 * For the whole region, where no town has that many: three towns' worth, so that one town alone
 * never does it.
 */
export const regionSites = 3 * townSites
export const regionTowns = 3
/** Panels wait some minutes before they report a mains failure, and not all equally long. */
export const stormSpan = 10 * minute

/**
 * A zone that reports this often within `chatterSpan` chatters. ISA-18.2's guides call an alarm
 * chattering from three times a minute; here it must last longer, since a person walking through a
 * room trips a detector as well. Six is also the most a panel may count before it shuts a zone down
 * itself (ANSI/SIA CP-01, swinger shutdown).
 */
export const chatterReports = 6
export const chatterSpan = 5 * minute
/**
 * From this priority down a chattering zone is bundled unseen; a graver one only while an officer
 * has its alarm in hand.
 */
export const chatterUnseenFrom: Priority = 3

/**
 * Quiet time after which a row takes no more alarms. Reports of a power cut trickle in for half an
 * hour.
 */
const quiet: Readonly<Record<BundleRule, number>> = {
  'power-cut': 30 * minute,
  'line-loss': 30 * minute,
  chatter: 10 * minute,
}

/** How long a rule does not apply where an officer unbundled it: time to look at what is there. */
export const unbundledFor = 30 * minute

export const isHeld = (bundle: Bundle | undefined, at: Instant): boolean =>
  bundle?.phase === 'unbundled' && at < bundle.heldUntil

/** Rows that have been quiet long enough to end. */
export function bundlesToEnd(
  { bundles }: { readonly bundles: Iterable<[string, Bundle]> },
  at: Instant,
): readonly Bundle[] {
  return [...bundles]
    .map(([, bundle]) => bundle)
    .filter((bundle) => bundle.phase === 'open' && at - bundle.lastAt >= quiet[bundle.rule])
}
