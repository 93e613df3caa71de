import { siteOf } from '../../shared/sites/account'
import { type Line, lineOf } from '../../shared/sites/site'
import type { EncodingOf } from '../../shared/surgard/reading'
import type { Keeper } from '../keeper/keeper-port'

type Register = Pick<Keeper, 'room'>

/** How an account is received; null for one nobody knows. */
export const lineIn =
  (keeper: Register) =>
  (account: string): Line | null => {
    const site = siteOf(keeper.room(), account)
    return site ? lineOf(site, account) : null
  }

/** How an account writes its texts. */
export function encodingIn(keeper: Register): EncodingOf {
  const line = lineIn(keeper)
  return (account) => line(account)?.textEncoding
}
