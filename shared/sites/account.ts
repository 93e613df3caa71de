import { z } from 'zod'

/** Accounts are hex digits on the wire (DC-09: 3 to 16); kept in upper case. */
export const accountSchema = z
  .string()
  .regex(/^[0-9A-F]{1,16}$/, 'an account of 1 to 16 hexadecimal digits')

/**
 * An account as registers, keys and signals have it, from what a panel wrote. Each parser calls it
 * once; after that accounts are compared as they are. Leading zeros are kept: 12 and 0012 are two
 * accounts.
 */
export const accountOf = (written: string): string => written.toUpperCase()

/**
 * Whether a header and its data mean the same account: within one message, neither case nor leading
 * zeros matter.
 */
export const isSameAccount = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (account: string): string => accountOf(account).replace(/^0+/, '')

/** Anything an account can be looked up in: a room, or a register. */
interface Accounts<Site> {
  readonly accounts: { get(account: string): string | undefined }
  readonly sites: { get(id: string): Site | undefined }
}

/** The site an account reports for; undefined for an unknown account. */
export const siteOf = <Site>(
  { accounts, sites }: Accounts<Site>,
  account: string,
): Site | undefined => {
  const id = accounts.get(account)
  return id === undefined ? undefined : sites.get(id)
}
