import type { HubNotice } from '../../shared/codes/hub-codes'
import type { WholeRoom } from '../../shared/room/room'
import { type Missing, missingKey } from '../../shared/signals/missing'
import { siteOf } from '../../shared/sites/account'
import type { Site } from '../../shared/sites/site'

export interface AccountNotice {
  readonly site: Site
  readonly zone: string | null
  readonly about: Omit<HubNotice, 'over'>
  /** It was reported before and still stands. */
  readonly standing: Missing | undefined
}

/** Null for an account without a site: nobody would know what to do about it. */
export function accountNotice(
  room: WholeRoom,
  { account, code }: Pick<Missing, 'account' | 'code'>,
  newId: () => string,
): AccountNotice | null {
  const site = siteOf(room, account)
  if (site === undefined) return null
  const zone = causeZone(site, account)
  return {
    site,
    zone,
    about: { signalId: newId(), account, ...(zone !== null && { zone }) },
    standing: room.missing.get(missingKey({ account, code })),
  }
}

/**
 * Tells the silence of a site's further accounts from that of its first. Each is a separate cause,
 * which only its own end ends. Zones have eight characters; the sign keeps this one apart from any
 * that a panel names.
 */
const causeZone = (site: Site, account: string): string | null =>
  account === site.account ? null : `#${account.slice(-7)}`
