import { z } from 'zod'
import type { SignalClass } from '../codes/kinds'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'
import type { StandingCause } from './standing'

/**
 * A signal that came while its zone or site was on test: recorded and visible here, and no alarm.
 */
export interface TestSignal {
  readonly signalId: string
  readonly seq: number
  readonly at: Instant
  readonly class: SignalClass
  readonly meaning: string
  readonly code: string
  readonly zone: string | null
}

/** A site, or some of its zones, for which no alarm is raised for a while. It ends by itself. */
export interface OnTest {
  readonly testId: string
  readonly siteId: string
  /** Null: the whole site. */
  readonly zones: readonly string[] | null
  readonly reason: string
  readonly startedAt: Instant
  readonly startedBy: string
  /** From this instant on the test no longer applies, even before an entry says so. */
  readonly until: Instant
  readonly signalCount: number
  readonly signals: readonly TestSignal[]
  /** Causes reported under it that are not over. They raise alarms when the test ends. */
  readonly standing: readonly StandingCause[]
}

/**
 * Longest a test may last, minutes: one shift. Work that takes longer is put on test again by
 * somebody who looked.
 */
export const longestTest = 12 * 60

export const onTestEvents = {
  'test-started': z.object({
    testId: idSchema,
    siteId: idSchema,
    zones: z.array(z.string().max(8)).min(1).max(200).nullable(),
    until: z.number(),
    reason: z.string().max(500),
  }),
  'test-ended': z.object({ testId: idSchema, siteId: idSchema, why: z.enum(['ended', 'expired']) }),
} as const

export type OnTestEntry<Type extends keyof typeof onTestEvents = keyof typeof onTestEvents> =
  EntryIn<typeof onTestEvents, Type>
export type OnTestEvent = EventIn<typeof onTestEvents>
