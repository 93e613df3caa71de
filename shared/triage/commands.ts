import { z } from 'zod'
import { dispositionSchema } from '../alarms/alarm'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { writtenLines } from '../text/written'

export const triageCommands = {
  /**
   * Puts all alarms of a row of the ledger into the queue, and keeps its rule from bundling there
   * for a while.
   */
  unbundle: z.object({ bundleId: idSchema }),
  /** Settles a row of the ledger: its alarms are dealt with, all in one. */
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
