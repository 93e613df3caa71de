import type { Role } from './actor'

/** Who may give commands: people by their role, and the teams on the road. */
export type Issuer = Role | 'team'

/**
 * Whoever decides in the live room. A trainer watches and replays, and an administrator keeps the
 * register and the accounts.
 */
export const onDuty: readonly Issuer[] = ['officer', 'supervisor']
