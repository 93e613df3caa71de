import { siteOf } from '../../shared/sites/account'
import { type Line, lineOf } from '../../shared/sites/site'
import type { EncodingOf } from '../../shared/surgard/reading'
import type { Keeper } from '../keeper/keeper-port'

type Register = Pick<Keeper, 'room'>

export const lineIn =
  (keeper: Register) =>
  (account: string): Line | null => {
    const site = siteOf(keeper.room(), account)
    return site ? lineOf(site, account) : null
  }

export function encodingIn(keeper: Register): EncodingOf {
  const line = lineIn(keeper)
  return (account) => line(account)?.textEncoding
}
