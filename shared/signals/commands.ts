import { z } from 'zod'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { accountSchema } from '../sites/account'
import { reasonSchema } from '../text/written'

export const signalCommands = {
  /**
   * Says which site an unknown account belongs to; what was held of it takes effect, in the order
   * it came.
   */
  'attach-account': z.object({ account: accountSchema, siteId: idSchema }),
  /** "I take it": the officer deals with what an unknown account reports. */
  'take-account': z.object({ account: accountSchema }),
  /**
   * Ends that without a site being found; what the account reports next waits for an officer again.
   */
  'set-account-aside': z.object({ account: accountSchema, reason: reasonSchema }),
} as const
export type SignalCommand<Type extends keyof typeof signalCommands> = CommandIn<
  typeof signalCommands,
  Type
>
