import { siteOf } from '../sites/account'
import { accountsOf, type Site } from '../sites/site'
import type { Cells } from './columns'
import type { Register } from './register'

/** The id of a new site that is given none: the same file makes the same ids everywhere. */
export const idOfAccount = (account: string): string => `site-${account}`

export const nameOf = ({ name, account }: Site): string => `"${name}" (account ${account})`

interface Known {
  readonly id: string
  readonly before: Site | undefined
  /** An `id` in the row that is not an id of this register. */
  readonly foreignId: string | null
}
type About = Known | { readonly reason: string }

/**
 * The site a row is about: the one its `site_id` names, otherwise the one with its account,
 * otherwise a new one.
 */
export function siteAbout(account: string, cells: Cells, register: Register): About {
  const siteId = cells.get('site_id')?.trim() ?? ''
  if (siteId !== '') return named(account, siteId, register)
  const id = cells.get('id')?.trim() ?? ''
  return id === '' ? byAccount(account, register) : beside(account, id, register)
}

/**
 * `id` counts only when it agrees with the account: another program's number must not move a site.
 */
function beside(account: string, id: string, register: Register): About {
  const site = register.sites.get(id)
  if (site && accountsOf(site).includes(account)) return { id, before: site, foreignId: null }
  if (site && !register.accounts.has(account))
    return {
      reason: `id: ${id} is the site ${nameOf(site)}; to give it account ${account}, write its id in a column site_id; for a new site, leave the id out`,
    }
  const found = byAccount(account, register)
  if ('reason' in found) return found
  return { ...found, foreignId: id === found.id ? null : id }
}

function named(account: string, id: string, register: Register): About {
  const site = register.sites.get(id)
  if (site) return { id, before: site, foreignId: null }
  const found = byAccount(account, register, id)
  if ('reason' in found || !found.before) return found
  return {
    reason: `site_id: ${account} is the account of ${nameOf(found.before)}, whose id is ${found.before.id}`,
  }
}

function byAccount(account: string, register: Register, newId = idOfAccount(account)): About {
  const owner = siteOf(register, account)
  if (owner)
    return owner.account === account
      ? { id: owner.id, before: owner, foreignId: null }
      : { reason: `account: ${account} is a further account of ${nameOf(owner)}` }
  const taken = register.sites.get(newId)
  if (!taken) return { id: newId, before: undefined, foreignId: null }
  return {
    reason: `account: ${account} would make the site ${newId}, which is ${nameOf(taken)}; give it another id in a column site_id`,
  }
}
