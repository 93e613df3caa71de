import { z } from 'zod'
import type { EntryIn } from '../journal/fact'
import { idSchema } from '../lang/id'
import type { Instant } from '../lang/instant'

/** A receiver the hub is connected with, and whether it is heard. */
export interface ReceiverLineState {
  readonly linkId: string
  readonly name: string
  readonly lost: boolean
  readonly since: Instant
  /** Why it counts as lost, in words. */
  readonly detail: string
}

export const receiverLineEvents = {
  /**
   * Nothing came over a receiver line, its heartbeat included, for longer than it may be silent.
   */
  'link-lost': z.object({
    linkId: idSchema,
    name: z.string().max(120),
    detail: z.string().max(300),
  }),
  'link-restored': z.object({ linkId: idSchema, name: z.string().max(120) }),
} as const

export type ReceiverLineEntry<
  Type extends keyof typeof receiverLineEvents = keyof typeof receiverLineEvents,
> = EntryIn<typeof receiverLineEvents, Type>
