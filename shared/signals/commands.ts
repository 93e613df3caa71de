import { z } from 'zod'
import { idSchema } from '../lang/id'
import type { CommandIn } from '../room/noun'
import { accountSchema } from '../sites/account'
import { reasonSchema } from '../text/written'

export const signalCommands = {
  /**
   * Says which site an unknown account belongs to. Its held signals then take effect, in the order
   * they came.
   */
  'attach-account': z.object({ account: accountSchema, siteId: idSchema }),
  'take-account': z.object({ account: accountSchema }),
  /** Ends that without a site; the account's next report waits for an officer again. */
  'set-account-aside': z.object({ account: accountSchema, reason: reasonSchema }),
} as const
export type SignalCommand<Type extends keyof typeof signalCommands> = CommandIn<
  typeof signalCommands,
  Type
>
