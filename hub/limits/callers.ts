import { BlockList, isIP, isIPv6 } from 'node:net'
import { plainAddress } from '../network-of'
import type { Limit } from './limit'

/**
 * Lets only these addresses connect, or everybody when there is no list: receiver formats have no
 * password. IPv6 addresses can be written in many ways, so addresses are compared as values, not as
 * text.
 */
export function createCallers(
  from: readonly string[] | undefined,
): Limit<readonly [address: string], 'not-allowed'> {
  if (from === undefined) return { admit: () => null }
  const list = new BlockList()
  for (const address of from.map(plainAddress)) list.addAddress(address, familyOf(address))
  return {
    admit(address) {
      const [plain = ''] = address.split('%')
      const known = isIP(plain) !== 0 && list.check(plain, familyOf(plain))
      return known ? null : { why: 'not-allowed', wait: 0 }
    },
  }
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')
