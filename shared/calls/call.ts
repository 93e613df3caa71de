import { z } from 'zod'
import type { EntryIn, EventIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'

/**
 * Outcomes of a call, in the order of the keys 1 to 4. The last one looks like the others on
 * purpose: somebody may watch the screen.
 */
export const callOutcomes = ['answered', 'no-answer', 'wrong-word', 'duress-word'] as const
export const callOutcomeSchema = z.enum(callOutcomes)
export type CallOutcome = z.output<typeof callOutcomeSchema>

/**
 * Who is called, as in the register at that moment: the register may change, but not what was done.
 */
export const calledSchema = z.object({
  role: z.string().max(80),
  name: z.string().max(120),
  phone: z.string().min(1).max(40),
  /** The telephone does not ring at the site. */
  elsewhere: z.literal(true).optional(),
})
export type Called = Readonly<z.output<typeof calledSchema>>

interface CallBegun extends Called {
  readonly id: string
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly byId: string
}

/** One call to a contact about an incident. It rings until somebody gives its outcome. */
export type Call = CallBegun & CallPhase
export type CallPhase =
  | { readonly phase: 'ringing' }
  | {
      readonly phase: 'ended'
      readonly outcome: CallOutcome
      readonly endedAt: Instant
      readonly endedBy: string
      readonly endedById: string
    }

/** Calls an incident keeps in the room, the newest; the journal has all. */
export const keptCalls = 100

export const callEvents = {
  'incident-call-begun': z.object({
    incidentId: idSchema,
    callId: idSchema,
    ...calledSchema.shape,
  }),
  /** A second one for the same call corrects the first. */
  'incident-call-ended': z.object({
    incidentId: idSchema,
    callId: idSchema,
    role: z.string().max(80),
    phone: z.string().max(40),
    outcome: callOutcomeSchema,
  }),
} as const
export type CallEntry<Type extends keyof typeof callEvents = keyof typeof callEvents> = EntryIn<
  typeof callEvents,
  Type
>
export type CallEvent = EventIn<typeof callEvents>
