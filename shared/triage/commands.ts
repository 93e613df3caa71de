import { z } from 'zod'
import { dispositionSchema } from '../alarms/alarm'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { writtenLines } from '../text/written'

export const triageCommands = {
  /**
   * Puts all alarms of a row of the ledger into the queue, and keeps its rule from folding there
   * for a while.
   */
  unfold: z.object({ foldId: idSchema }),
  /** Settles a row of the ledger: its alarms are dealt with, all in one. */
  'close-fold': z.object({
    foldId: idSchema,
    disposition: dispositionSchema,
    remark: writtenLines.max(4000),
  }),
} as const
export type TriageCommand<Type extends keyof typeof triageCommands> = CommandIn<
  typeof triageCommands,
  Type
>
