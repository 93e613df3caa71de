import { isIPv6 } from 'node:net'

/**
 * What limits per address count by. The holder of one IPv6 address has a network of 2^64 of them,
 * so the network stands for all. An IPv4 address that came over an IPv6 socket counts as the IPv4
 * address. Text that is no address is returned unchanged. The system no longer knows the address of
 * a sender that has already gone.
 */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  // This runs for each message, and the address is nearly always IPv4.
  if (!address.includes(':')) return address
  const [plain = ''] = address.split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped !== undefined || !isIPv6(plain)) return mapped ?? address
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const left =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0')
  const network = [...groups, ...left, ...after].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

export const plainAddress = (address = 'unknown'): string =>
  address.replace(/^::ffff:(?=\d+\.)/i, '')
