import type { Role } from './actor'

/** Who may give commands: people by their role, and the teams on the road. */
export type Issuer = Role | 'team'

/**
 * The roles that decide in the live room. Trainers watch and replay; administrators keep the
 * register and the accounts.
 */
export const onDuty: readonly Issuer[] = ['officer', 'supervisor']
