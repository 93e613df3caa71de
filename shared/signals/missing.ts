import type { Instant } from '../lang/instant'

/**
 * Something the hub has waited for in vain (shared/codes/hub-codes.ts): a panel's word, a closing,
 * an opening.
 */
export interface Missing {
  readonly account: string
  readonly siteId: string
  readonly code: string
  readonly since: Instant
}

export const missingKey = ({ account, code }: Pick<Missing, 'account' | 'code'>): string =>
  `${account}|${code}`
