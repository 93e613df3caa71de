import { z } from 'zod'
import { dispositionSchema } from '../alarms/alarm'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { writtenLines } from '../text/written'

export const triageCommands = {
  /**
   * Puts all alarms of a ledger row into the queue, and stops its rule from bundling there for a
   * while.
   */
  unbundle: z.object({ bundleId: idSchema }),
  /** Settles a ledger row: all its alarms are dealt with at once. */
  'close-bundle': z.object({
    bundleId: idSchema,
    disposition: dispositionSchema,
    remark: writtenLines.max(4000),
  }),
} as const
export type TriageCommand<Type extends keyof typeof triageCommands> = CommandIn<
  typeof triageCommands,
  Type
>
