import { accept, agree, type Decision, refuse } from '../lang/decision'
import type { Room } from '../room/room'
import { siteOf } from '../sites/account'
import { accountsOf } from '../sites/site'
import type { SiteRow } from '../sites/site-row'
import type { SignalCommand } from './commands'
import type { SignalEvent } from './signal'

/** Accounts of one site: the most that `lines` may hold. */
const mostAccounts = 16

/** Null when a further account may lead to this site; otherwise why not. */
export function decideAttach(
  room: Room,
  { account, siteId }: SignalCommand<'attach-account'>,
): Decision<SignalEvent> {
  const site = room.sites.get(siteId)
  if (!site) return refuse('site-unknown', 'This site is not in the register')
  const owner = siteOf(room, account)
  if (owner?.id === siteId)
    return agree(
      'account-attached',
      'Account {account} belongs to {site} already',
      said(account, site),
    )
  if (owner !== undefined)
    return refuse('account-taken', 'Account {account} belongs to {site}', said(account, owner))
  if (accountsOf(site).length >= mostAccounts)
    return refuse('too-many-accounts', '{site} has {count} accounts, more than a site may have', {
      site: site.name,
      count: accountsOf(site).length,
    })
  return accept({
    type: 'account-attached',
    data: { account, siteId, held: room.held.get(account)?.seqs.length ?? 0 },
  })
}

const said = (account: string, site: SiteRow) => ({ account, site: site.name })
